package dev.sonde.runtime.answer;

import dev.sonde.health.Health.Status;
import java.util.Map;

/**
 * What Kubernetes' own servers answer: {@code ok}, or, when asked or when something fails, a line
 * for each check. A degraded check is marked with an exclamation mark, which they do not have.
 */
final class KubernetesText {

  private KubernetesText() {}

  static String write(ProbeReport report, AnswerRequest wish) {
    if (wish.detail() == Detail.STATUS || (report.passes() && !wish.verbose())) {
      return report.passes() ? "ok" : "failed";
    }
    StringBuilder text = new StringBuilder();
    report.checks().forEach(check -> text.append(line(check, wish.detail())).append('\n'));
    wish.excluded()
        .forEach(name -> text.append("[+]" + PlainText.escaped(name) + " excluded: ok\n"));
    wish.unknown()
        .forEach(name -> text.append("warn: there is no check " + PlainText.quoted(name) + "\n"));
    return text.append(PlainText.escaped(wish.endpoint()))
        .append(" check ")
        .append(report.passes() ? "passed" : "failed")
        .append('\n')
        .toString();
  }

  private static String line(CheckReport check, Detail detail) {
    String tolerated = check.required() ? "" : ", tolerated";
    String name = PlainText.escaped(check.name());
    String start =
        switch (check.status()) {
          case UP -> "[+]" + name + " ok";
          case DEGRADED -> "[!]" + name + " degraded";
          case DOWN -> "[-]" + name + " failed" + tolerated;
        };
    Map<String, Object> details = CheckDetails.of(check, detail);
    if (!details.isEmpty()) {
      return start + ": " + PlainText.escaped(details.toString());
    }
    return check.status() == Status.DOWN ? start + ": reason withheld" : start;
  }
}
