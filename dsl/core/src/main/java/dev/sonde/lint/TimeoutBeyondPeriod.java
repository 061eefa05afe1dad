package dev.sonde.lint;

import static dev.sonde.rules.LintRules.TIMEOUT_BEYOND_PERIOD;

import dev.sonde.model.ProbeTiming;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class TimeoutBeyondPeriod implements LintRule {

  @Override
  public Rule rule() {
    return TIMEOUT_BEYOND_PERIOD;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ProbeView probe : container.probes()) {
      ProbeTiming timing = probe.timing();
      if (timing.timeoutSeconds() > timing.periodSeconds()) {
        found.accept(
            TIMEOUT_BEYOND_PERIOD.finding(
                probe.path().field("timeoutSeconds"),
                "timeoutSeconds = %d of %s is longer than periodSeconds = %d; tries that hang follow each other without a pause."
                    .formatted(timing.timeoutSeconds(), probe.words(), timing.periodSeconds()),
                "Lower the timeout, or raise the period."));
      }
    }
  }
}
