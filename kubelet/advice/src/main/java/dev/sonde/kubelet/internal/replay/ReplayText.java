package dev.sonde.kubelet.internal.replay;

import java.util.List;

/** A replay for people: what is known and what is inferred is in the first column. */
final class ReplayText {

  private final StringBuilder text = new StringBuilder();

  private ReplayText() {}

  static String of(ReplayReport report) {
    ReplayText text = new ReplayText();
    report.pods().forEach(text::add);
    text.addList("Not looked at", report.notes());
    return text.text.toString();
  }

  private void add(PodReplay pod) {
    text.append("Pod ").append(pod.name()).append('\n');
    addLines(pod.timeline());
    pod.containers().forEach(this::add);
    addList("Not known of the pod", pod.unknown());
    text.append('\n');
  }

  private void add(ContainerReplay container) {
    String restarts =
        container.restarts().isPresent()
            ? "restarts: " + container.restarts().getAsLong()
            : "restarts: not known";
    text.append("\n%s %s, %s\n".formatted(upper(container.role()), container.name(), restarts));
    addLines(container.timeline());
    if (!container.decisions().isEmpty()) {
      text.append("  What decided\n");
      container.decisions().forEach(this::add);
    }
    addList("Counted", container.counts());
    addList("Not known", container.unknown());
  }

  private void add(ReplayDecision decision) {
    text.append(
        "    %-8s  %s%s: %s\n"
            .formatted(
                certainty(decision.known()),
                decision.at().map(at -> ReplayLine.text(at) + " ").orElse(""),
                decision.cause().word(),
                decision.text()));
    decision
        .others()
        .forEach(
            other ->
                text.append(
                    "              with %s: %s\n".formatted(other.number(), other.outcome())));
  }

  private void addLines(List<ReplayLine> lines) {
    for (ReplayLine line : lines) {
      text.append("    ").append(line.known() ? "known     " : "inferred  ");
      text.append(line.when()).append("  ").append(line.what());
      text.append("  [").append(line.source()).append("]\n");
    }
  }

  private void addList(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("  ").append(title).append('\n');
      lines.forEach(line -> text.append("    - ").append(line).append('\n'));
    }
  }

  private static String certainty(boolean known) {
    return known ? "known" : "inferred";
  }

  private static String upper(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
