package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_DELAY;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class LivenessDelay implements LintRule {

  private static final int LONGEST_SECONDS = 60;

  @Override
  public Rule rule() {
    return LIVENESS_DELAY;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (container.has(ProbeKind.STARTUP)) {
      return;
    }
    container
        .probe(ProbeKind.LIVENESS)
        .filter(LivenessDelay::isLong)
        .ifPresent(
            liveness ->
                found.accept(
                    LIVENESS_DELAY.finding(
                        liveness.path().field("initialDelaySeconds"),
                        "initialDelaySeconds = %d of %s passes at every restart, however fast it is."
                            .formatted(liveness.timing().initialDelaySeconds(), liveness.words()),
                        "Use a startup probe instead.")));
  }

  /** Tells whether a liveness probe waits so long that it stands for a startup probe. */
  static boolean isLong(ProbeView liveness) {
    return liveness.timing().initialDelaySeconds() > LONGEST_SECONDS;
  }
}
