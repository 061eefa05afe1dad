package dev.sonde.lint;

import static dev.sonde.rules.LintRules.STARTED_INHERITED;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * After a restart by a probe the startup probe of an affected kubelet does not hold liveness back
 * until its own next tick, which comes within its period.
 */
final class StartedInherited implements LintRule {

  @Override
  public Rule rule() {
    return STARTED_INHERITED;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    Optional<ProbeView> startup = container.probe(ProbeKind.STARTUP);
    Optional<ProbeView> liveness = container.probe(ProbeKind.LIVENESS);
    if (startup.isEmpty() || liveness.isEmpty()) {
      return;
    }
    long gap = startup.get().timing().periodSeconds();
    long soonest = liveness.get().budget().guaranteedStart().toSeconds();
    if (soonest < gap) {
      found.accept(
          STARTED_INHERITED.finding(
              startup.get().path().field("periodSeconds"),
              "periodSeconds = %d of %s lets liveness ask a restarted container for so long, and it needs only %d s to restart it again."
                  .formatted(gap, startup.get().words(), soonest),
              "Lower periodSeconds of startup, or raise failureThreshold of liveness."));
    }
  }
}
