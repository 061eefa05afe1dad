package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_EXTERNAL;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class LivenessExternal implements LintRule {

  @Override
  public Rule rule() {
    return LIVENESS_EXTERNAL;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    container
        .probe(ProbeKind.LIVENESS)
        .ifPresent(
            liveness ->
                container.application().checks().stream()
                    .filter(check -> check.kind() == ProbeKind.LIVENESS)
                    .filter(check -> check.external() && !check.isExplained())
                    .forEach(
                        check ->
                            found.accept(
                                LIVENESS_EXTERNAL.finding(
                                    liveness.path(),
                                    "check %s behind %s depends on another system, which no restart cures."
                                        .formatted(
                                            FindingWords.quote(check.name()), liveness.words()),
                                    "Move it to readiness, or write the reason why it belongs"
                                        + " here."))));
  }
}
