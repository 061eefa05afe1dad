package dev.sonde.processor.plan;

import dev.sonde.lint.LintSettings;
import dev.sonde.processor.read.DeclaredContainer;
import dev.sonde.processor.read.Suppression;
import dev.sonde.processor.report.Problem;
import dev.sonde.rules.JavaRule;
import dev.sonde.rules.Severity;
import java.util.List;
import java.util.Optional;

/** Takes out the advice that is not wanted. */
final class Suppressions {

  private final List<Suppression> suppressions;

  Suppressions(List<Suppression> suppressions) {
    this.suppressions = suppressions;
  }

  /** Judges the suppressions themselves. */
  void judge(List<Problem> problems) {
    for (Suppression suppression : suppressions) {
      String reason = suppression.reason().value();
      try {
        if (isWarningOfProcessor(suppression.rule().value()) && !reason.isBlank()) {
          continue;
        }
        LintSettings.DEFAULT.without(suppression.rule().value(), reason);
      } catch (IllegalArgumentException refused) {
        problems.add(
            Problem.of(
                JavaRule.SUPPRESS_ADVICE,
                reason.isBlank() ? suppression.reason().place() : suppression.rule().place(),
                String.valueOf(refused.getMessage()),
                ""));
      }
    }
  }

  /**
   * Tells whether a problem is not wanted.
   *
   * @param container the container that it concerns, if it is declared
   */
  boolean covers(Problem problem, Optional<DeclaredContainer> container) {
    for (Suppression suppression : suppressions) {
      if (suppression.rule().value().equals(problem.ruleId())
          && (problem.place().isWithin(suppression.bearer()) || isOf(suppression, container))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Suppression suppression, Optional<DeclaredContainer> container) {
    return suppression.onClass()
        && container.isPresent()
        && container.get().type().compareTo(suppression.type()) == 0;
  }

  private static boolean isWarningOfProcessor(String id) {
    for (JavaRule rule : JavaRule.values()) {
      if (rule.id().equals(id)) {
        return rule.severity() == Severity.WARNING;
      }
    }
    return false;
  }
}
