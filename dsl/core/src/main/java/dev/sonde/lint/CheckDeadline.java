package dev.sonde.lint;

import static dev.sonde.rules.LintRules.CHECK_DEADLINE;

import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.time.Duration;
import java.util.function.Consumer;

final class CheckDeadline implements LintRule {

  @Override
  public Rule rule() {
    return CHECK_DEADLINE;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (CheckFacts check : container.application().checks()) {
      check
          .deadline()
          .ifPresent(
              deadline ->
                  container
                      .probe(check.kind())
                      .ifPresent(probe -> check(check.name(), deadline, probe, found)));
    }
  }

  private static void check(
      String name, Duration deadline, ProbeView probe, Consumer<Finding> found) {
    int timeout = probe.timing().timeoutSeconds();
    if (deadline.compareTo(Duration.ofSeconds(timeout)) >= 0) {
      found.accept(
          CHECK_DEADLINE.finding(
              probe.path().field("timeoutSeconds"),
              "check %s may take %s, but timeoutSeconds of %s is %d."
                  .formatted(
                      FindingWords.quote(name), DurationWords.of(deadline), probe.words(), timeout),
              "Set timeoutSeconds to at least "
                  + (deadline.toSeconds() + 1)
                  + ", or lower the check's deadline."));
    }
  }
}
