package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PROGRESS_DEADLINE;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class ProgressDeadline implements LintRule {

  @Override
  public Rule rule() {
    return PROGRESS_DEADLINE;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (container.progressDeadlineSeconds().isEmpty()) {
      return;
    }
    long deadline = container.progressDeadlineSeconds().getAsLong();
    container
        .startBound()
        .ifPresent(
            probe -> {
              long allowed = allowed(probe.timing());
              if (allowed > deadline) {
                found.accept(finding(probe, allowed, deadline));
              }
            });
  }

  private static long allowed(ProbeTiming timing) {
    return timing.initialDelaySeconds() + (long) timing.failureThreshold() * timing.periodSeconds();
  }

  private static Finding finding(ProbeView probe, long allowed, long deadline) {
    ProbeTiming timing = probe.timing();
    return PROGRESS_DEADLINE.finding(
        probe
            .path()
            .field(probe.kind() == ProbeKind.STARTUP ? "failureThreshold" : "initialDelaySeconds"),
        "%s allows %d s to start, %d + %d x %d, but progressDeadlineSeconds is %d: a slow start that is allowed fails the rollout."
            .formatted(
                probe.words(),
                allowed,
                timing.initialDelaySeconds(),
                timing.failureThreshold(),
                timing.periodSeconds(),
                deadline),
        "Set progressDeadlineSeconds to more than "
            + allowed
            + ", or bound the start more tightly.");
  }
}
