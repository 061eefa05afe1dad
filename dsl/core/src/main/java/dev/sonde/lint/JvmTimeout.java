package dev.sonde.lint;

import static dev.sonde.rules.LintRules.JVM_TIMEOUT;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class JvmTimeout implements LintRule {

  @Override
  public Rule rule() {
    return JVM_TIMEOUT;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (!container.application().isKnownToRunOnJvm()) {
      return;
    }
    container
        .probe(ProbeKind.LIVENESS)
        .filter(liveness -> liveness.timing().timeoutSeconds() == 1)
        .filter(liveness -> !JvmCpuLimit.isTimeoutTooShort(container))
        .ifPresent(
            liveness ->
                found.accept(
                    JVM_TIMEOUT.finding(
                        liveness.path().field("timeoutSeconds"),
                        "timeoutSeconds = 1 of %s is within the reach of a pause of the garbage collector."
                            .formatted(liveness.words()),
                        "Raise it to 2 or more.")));
  }
}
