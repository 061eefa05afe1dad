package dev.sonde.lint;

import static dev.sonde.rules.LintRules.READINESS_OF_JOB;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class ReadinessOfJob implements PodLintRule {

  @Override
  public Rule rule() {
    return READINESS_OF_JOB;
  }

  @Override
  public void check(PodView pod, Consumer<Finding> found) {
    if (!pod.surroundings().isJob() || pod.surroundings().service() == ServiceSelection.SELECTED) {
      return;
    }
    for (ContainerView container : pod.main()) {
      container
          .probe(ProbeKind.READINESS)
          .ifPresent(
              probe ->
                  found.accept(
                      READINESS_OF_JOB.finding(
                          probe.path(),
                          probe.words() + " decides on traffic that a Job does not get.",
                          "Remove it, unless a Service selects the Job's pods.")));
    }
  }
}
