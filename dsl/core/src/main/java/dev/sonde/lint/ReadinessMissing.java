package dev.sonde.lint;

import static dev.sonde.lint.ServiceSelection.NOT_SELECTED;
import static dev.sonde.lint.ServiceSelection.SELECTED;
import static dev.sonde.rules.LintRules.READINESS_MISSING;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.function.Consumer;

final class ReadinessMissing implements PodLintRule {

  private final MissingInPod missing =
      new MissingInPod(
          ProbeKind.READINESS,
          READINESS_MISSING,
          "Add a readinessProbe that succeeds once requests can be answered.");

  @Override
  public Rule rule() {
    return READINESS_MISSING;
  }

  @Override
  public void check(PodView pod, Consumer<Finding> found) {
    ServiceSelection service = pod.surroundings().service();
    if (service == NOT_SELECTED || (service != SELECTED && pod.runsToAnEnd())) {
      return;
    }
    missing.check(pod, service == SELECTED ? Severity.ERROR : READINESS_MISSING.severity(), found);
  }
}
