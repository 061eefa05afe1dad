package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_SINGLE_FAILURE;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class LivenessSingleFailure implements LintRule {

  @Override
  public Rule rule() {
    return LIVENESS_SINGLE_FAILURE;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    container
        .probe(ProbeKind.LIVENESS)
        .filter(liveness -> liveness.timing().failureThreshold() == 1)
        .ifPresent(
            liveness ->
                found.accept(
                    LIVENESS_SINGLE_FAILURE.finding(
                        liveness.path().field("failureThreshold"),
                        "failureThreshold = 1 of %s restarts the container after one failed try."
                            .formatted(liveness.words()),
                        "Raise it; Kubernetes' default is 3.")));
  }
}
