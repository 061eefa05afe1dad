package dev.sonde.lint;

import static dev.sonde.rules.LintRules.EXEC_SHORT_PERIOD;

import dev.sonde.model.Exec;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

/** A startup probe is left out: it ends. */
final class ExecShortPeriod implements LintRule {

  private static final int SHORT_SECONDS = 5;

  @Override
  public Rule rule() {
    return EXEC_SHORT_PERIOD;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    container
        .probes(ProbeKind.LIVENESS, ProbeKind.READINESS)
        .filter(probe -> probe.handler() instanceof Exec)
        .filter(probe -> probe.timing().periodSeconds() < SHORT_SECONDS)
        .forEach(
            probe ->
                found.accept(
                    EXEC_SHORT_PERIOD.finding(
                        probe.path().field("periodSeconds"),
                        "%s starts a process every %d s."
                            .formatted(probe.words(), probe.timing().periodSeconds()),
                        "Raise periodSeconds, or ask an endpoint with httpGet.")));
  }
}
