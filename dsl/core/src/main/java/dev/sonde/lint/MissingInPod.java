package dev.sonde.lint;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds pods in which no container has a probe of a kind: one such probe is enough for a pod. */
final class MissingInPod {

  private final ProbeKind kind;
  private final Rule rule;
  private final String remedy;

  MissingInPod(ProbeKind kind, Rule rule, String remedy) {
    this.kind = kind;
    this.rule = rule;
    this.remedy = remedy;
  }

  void check(PodView pod, Severity severity, Consumer<Finding> found) {
    if (pod.main().isEmpty() || pod.containers().stream().anyMatch(c -> c.has(kind))) {
      return;
    }
    ContainerView first = pod.main().get(0);
    String message =
        pod.main().size() == 1
            ? "%s has no %s probe.".formatted(first.words(), kind.word())
            : "none of %s has a %s probe."
                .formatted(
                    pod.main().stream().map(ContainerView::words).collect(Collectors.joining(", ")),
                    kind.word());
    found.accept(rule.finding(first.path(), message, remedy).withSeverity(severity));
  }
}
