package dev.sonde.lint;

import static dev.sonde.rules.LintRules.DELAY_BESIDE_STARTUP;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class DelayBesideStartup implements LintRule {

  /** What has passed long before a startup probe is done with a slow start. */
  private static final int HARMLESS_SECONDS = 10;

  @Override
  public Rule rule() {
    return DELAY_BESIDE_STARTUP;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (!container.has(ProbeKind.STARTUP)) {
      return;
    }
    container
        .probes(ProbeKind.LIVENESS, ProbeKind.READINESS)
        .filter(probe -> probe.timing().initialDelaySeconds() > HARMLESS_SECONDS)
        .forEach(
            probe ->
                found.accept(
                    DELAY_BESIDE_STARTUP.finding(
                        probe.path().field("initialDelaySeconds"),
                        "initialDelaySeconds = %d of %s counts from the container's start, not from the startup probe's success."
                            .formatted(probe.timing().initialDelaySeconds(), probe.words()),
                        "Remove it: the startup probe holds the others back.")));
  }
}
