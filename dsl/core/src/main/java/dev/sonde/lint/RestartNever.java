package dev.sonde.lint;

import static dev.sonde.rules.LintRules.RESTART_NEVER;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

/** A sidecar is left out: it is restarted whatever the pod's policy. */
final class RestartNever implements PodLintRule {

  @Override
  public Rule rule() {
    return RESTART_NEVER;
  }

  @Override
  public void check(PodView pod, Consumer<Finding> found) {
    if (pod.surroundings().isJob()) {
      return;
    }
    String ofPod = pod.spec().effectiveRestartPolicy();
    for (ContainerView container : pod.main()) {
      if (container.spec().restartPolicy().orElse(ofPod).equals("Never")) {
        check(container, found);
      }
    }
  }

  private static void check(ContainerView container, Consumer<Finding> found) {
    boolean rules = !container.spec().restartPolicyRules().isEmpty();
    container
        .probes(ProbeKind.STARTUP, ProbeKind.LIVENESS)
        .forEach(
            probe ->
                found.accept(
                    RESTART_NEVER.finding(
                        probe.path(),
                        "%s kills the container, and restartPolicy Never leaves it dead%s."
                            .formatted(
                                probe.words(),
                                rules ? ": its restartPolicyRules are not asked" : ""),
                        "Remove the probe, or set restartPolicy to OnFailure or Always.")));
  }
}
