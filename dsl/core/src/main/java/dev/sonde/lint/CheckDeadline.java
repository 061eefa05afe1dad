package dev.sonde.lint;

import static dev.sonde.rules.LintRules.CHECK_DEADLINE;

import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

final class CheckDeadline implements LintRule {

  private static final long LARGEST_MARGIN_MILLIS = 500;
  private static final int MARGIN_PART = 5;

  @Override
  public Rule rule() {
    return CHECK_DEADLINE;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (CheckFacts check : container.application().checks()) {
      Optional<ProbeView> probe = container.probe(check.kind());
      if (check.deadline().isPresent() && probe.isPresent()) {
        check(check.name(), check.deadline().get(), probe.get(), found);
      }
    }
  }

  private static void check(
      String name, Duration deadline, ProbeView probe, Consumer<Finding> found) {
    int timeout = probe.timing().timeoutSeconds();
    if (deadline.compareTo(within(timeout)) >= 0) {
      found.accept(
          CHECK_DEADLINE.finding(
              probe.path().field("timeoutSeconds"),
              "check %s may take %s, but timeoutSeconds = %d of %s leaves %s to checks."
                  .formatted(
                      FindingWords.quote(name),
                      DurationWords.of(deadline),
                      timeout,
                      probe.words(),
                      DurationWords.of(within(timeout))),
              "Set timeoutSeconds to at least "
                  + enoughFor(deadline)
                  + ", or lower the check's deadline."));
    }
  }

  private static long enoughFor(Duration deadline) {
    long timeout = deadline.toSeconds() + 1;
    while (deadline.compareTo(within(timeout)) >= 0) {
      timeout++;
    }
    return timeout;
  }

  /**
   * How long Sonde's runtime lets the checks of a probe take. The runtime has the same rule for
   * itself, since it carries no other jar; a test compares the two.
   */
  static Duration within(long timeoutSeconds) {
    long millis = timeoutSeconds * 1000;
    return Duration.ofMillis(millis - Math.min(millis / MARGIN_PART, LARGEST_MARGIN_MILLIS));
  }
}
