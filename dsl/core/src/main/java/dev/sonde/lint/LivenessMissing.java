package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_MISSING;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class LivenessMissing implements PodLintRule {

  private final MissingInPod missing =
      new MissingInPod(
          ProbeKind.LIVENESS,
          LIVENESS_MISSING,
          "Add a livenessProbe if a restart cures what can hang here.");

  @Override
  public Rule rule() {
    return LIVENESS_MISSING;
  }

  @Override
  public void check(PodView pod, Consumer<Finding> found) {
    if (!pod.runsToAnEnd()) {
      missing.check(pod, LIVENESS_MISSING.severity(), found);
    }
  }
}
