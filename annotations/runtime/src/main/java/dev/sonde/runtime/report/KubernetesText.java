package dev.sonde.runtime.report;

import dev.sonde.health.Health.Status;

/**
 * What Kubernetes' own servers answer: {@code ok}, or, when asked or when something fails, a line
 * for each check. A degraded check is marked with an exclamation mark, which they do not have.
 */
final class KubernetesText {

  private KubernetesText() {}

  static String write(ProbeReport report, Wish wish) {
    if (wish.detail() == Detail.STATUS || (report.passes() && !wish.verbose())) {
      return report.passes() ? "ok" : "failed";
    }
    StringBuilder text = new StringBuilder();
    report.checks().forEach(check -> text.append(line(check, wish.detail())).append('\n'));
    wish.excluded().forEach(name -> text.append("[+]" + name + " excluded: ok\n"));
    wish.unknown().forEach(name -> text.append("warn: there is no check " + name + "\n"));
    return text.append(wish.endpoint())
        .append(" check ")
        .append(report.passes() ? "passed" : "failed")
        .append('\n')
        .toString();
  }

  private static String line(CheckReport check, Detail detail) {
    String tolerated = check.required() ? "" : ", tolerated";
    String start =
        switch (check.status()) {
          case UP -> "[+]" + check.name() + " ok";
          case DEGRADED -> "[!]" + check.name() + " degraded";
          case DOWN -> "[-]" + check.name() + " failed" + tolerated;
        };
    if (detail == Detail.FULL) {
      return start + ": " + Details.of(check);
    }
    return check.status() == Status.DOWN ? start + ": reason withheld" : start;
  }
}
