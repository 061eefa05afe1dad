package dev.sonde.lint;

import static dev.sonde.rules.LintRules.STARTUP_MISSING;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

/** What says more of the same liveness probe goes before it. */
final class StartupMissing implements LintRule {

  @Override
  public Rule rule() {
    return STARTUP_MISSING;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    boolean mayNeedOne =
        container.application().isKnownToRunOnJvm()
            && !container.has(ProbeKind.STARTUP)
            && !JvmCpuLimit.isStartTooShort(container);
    if (!mayNeedOne) {
      return;
    }
    container
        .probe(ProbeKind.LIVENESS)
        .filter(liveness -> !JvmStart.isTooShort(liveness) && !LivenessDelay.isLong(liveness))
        .ifPresent(
            liveness ->
                found.accept(
                    STARTUP_MISSING.finding(
                        container.path(),
                        "%s has no startup probe, so its liveness probe gives it %d s to start."
                            .formatted(
                                container.words(), liveness.budget().guaranteedStart().toSeconds()),
                        "Add a startupProbe that bounds the worst start.")));
  }
}
