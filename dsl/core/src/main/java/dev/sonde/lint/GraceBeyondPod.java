package dev.sonde.lint;

import static dev.sonde.rules.LintRules.GRACE_BEYOND_POD;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class GraceBeyondPod implements LintRule {

  @Override
  public Rule rule() {
    return GRACE_BEYOND_POD;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    container
        .gracePeriodSeconds()
        .ifPresent(
            ofPod ->
                container
                    .probes(ProbeKind.STARTUP, ProbeKind.LIVENESS)
                    .filter(
                        probe -> probe.probe().terminationGracePeriodSeconds().orElse(0) > ofPod)
                    .forEach(probe -> found.accept(finding(probe, ofPod))));
  }

  private static Finding finding(ProbeView probe, long ofPod) {
    return GRACE_BEYOND_POD.finding(
        probe.path().field("terminationGracePeriodSeconds"),
        "terminationGracePeriodSeconds = %d of %s is longer than the pod's %d."
            .formatted(
                probe.probe().terminationGracePeriodSeconds().orElse(0), probe.words(), ofPod),
        "Lower it, or raise the pod's.");
  }
}
