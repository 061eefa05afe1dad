package dev.sonde.lint;

import static dev.sonde.rules.LintRules.START_BUDGET;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.time.Duration;
import java.util.function.Consumer;

final class StartBudget implements LintRule {

  @Override
  public Rule rule() {
    return START_BUDGET;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    container
        .application()
        .worstStart()
        .ifPresent(
            worstStart ->
                container.startBound().ifPresent(probe -> check(probe, worstStart, found)));
  }

  private static void check(ProbeView probe, Duration worstStart, Consumer<Finding> found) {
    Duration guaranteed = probe.budget().guaranteedStart();
    if (guaranteed.compareTo(worstStart) < 0) {
      found.accept(
          START_BUDGET.finding(
              probe.path().field("failureThreshold"),
              "%s guarantees %d s to start: %s + (%d - 1) x %d; the worst start declared is %s."
                  .formatted(
                      probe.words(),
                      guaranteed.toSeconds(),
                      certainDelay(probe.timing().initialDelaySeconds()),
                      probe.timing().failureThreshold(),
                      probe.timing().periodSeconds(),
                      DurationWords.of(worstStart)),
              remedy(probe, worstStart)));
    }
  }

  /** The kubelet may lose up to a second of a delay. */
  private static String certainDelay(int delay) {
    return delay > 0 ? delay + " - 1" : "0";
  }

  private static String remedy(ProbeView probe, Duration worstStart) {
    if (probe.kind() == ProbeKind.LIVENESS) {
      return "Add a startup probe that guarantees it.";
    }
    try {
      return "Set failureThreshold to " + probe.budget().failureThresholdFor(worstStart) + ".";
    } catch (ArithmeticException e) {
      return "Raise periodSeconds.";
    }
  }
}
