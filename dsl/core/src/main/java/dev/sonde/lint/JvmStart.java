package dev.sonde.lint;

import static dev.sonde.rules.LintRules.JVM_START;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.time.Duration;
import java.util.function.Consumer;

/** Where a worst start is declared, {@link StartBudget} knows better. */
final class JvmStart implements LintRule {

  private static final Duration ENOUGH = Duration.ofSeconds(60);

  @Override
  public Rule rule() {
    return JVM_START;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (!container.application().isKnownToRunOnJvm()
        || container.application().worstStart().isPresent()
        || JvmCpuLimit.isStartTooShort(container)
        || container.has(ProbeKind.STARTUP)) {
      return;
    }
    container
        .probe(ProbeKind.LIVENESS)
        .filter(JvmStart::isTooShort)
        .ifPresent(
            liveness ->
                found.accept(
                    JVM_START.finding(
                        liveness.path(),
                        "%s leaves a JVM only %d s to start."
                            .formatted(
                                liveness.words(), liveness.budget().guaranteedStart().toSeconds()),
                        "Add a startup probe.")));
  }

  /** Tells whether a liveness probe leaves a JVM too little to start. */
  static boolean isTooShort(ProbeView liveness) {
    return liveness.budget().guaranteedStart().compareTo(ENOUGH) < 0;
  }
}
