package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_BEFORE_READINESS;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class LivenessBeforeReadiness implements LintRule {

  @Override
  public Rule rule() {
    return LIVENESS_BEFORE_READINESS;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    ProbeView liveness = container.probe(ProbeKind.LIVENESS).orElse(null);
    ProbeView readiness = container.probe(ProbeKind.READINESS).orElse(null);
    if (liveness == null
        || readiness == null
        || FailurePatience.of(liveness).compareTo(FailurePatience.of(readiness)) >= 0) {
      return;
    }
    found.accept(
        LIVENESS_BEFORE_READINESS.finding(
            liveness.path().field("failureThreshold"),
            "%s fails %d s after its first failed try, the readiness probe only after %d s."
                .formatted(
                    liveness.words(),
                    FailurePatience.of(liveness).toSeconds(),
                    FailurePatience.of(readiness).toSeconds()),
            "Raise failureThreshold of liveness, or lower that of readiness."));
  }
}
