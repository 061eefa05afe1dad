package dev.sonde.processor.plan;

import dev.sonde.lint.LintSettings;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.DeclaredContainer;
import dev.sonde.processor.read.DeclaredSuppression;
import dev.sonde.rules.JavaRule;
import dev.sonde.rules.Severity;
import java.util.List;
import java.util.Optional;

/** Takes out the advice that is not wanted. */
final class AdviceSuppressions {

  private final List<DeclaredSuppression> suppressions;

  AdviceSuppressions(List<DeclaredSuppression> suppressions) {
    this.suppressions = suppressions;
  }

  /** Judges the suppressions themselves. */
  void judge(List<SourceProblem> problems) {
    for (DeclaredSuppression suppression : suppressions) {
      String reason = suppression.reason().value();
      try {
        if (isWarningOfProcessor(suppression.rule().value()) && !reason.isBlank()) {
          continue;
        }
        LintSettings.DEFAULT.without(suppression.rule().value(), reason);
      } catch (IllegalArgumentException refused) {
        problems.add(
            SourceProblem.of(
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
  boolean covers(SourceProblem problem, Optional<DeclaredContainer> container) {
    for (DeclaredSuppression suppression : suppressions) {
      if (suppression.rule().value().equals(problem.ruleId())
          && (problem.place().isWithin(suppression.bearer()) || isOf(suppression, container))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(
      DeclaredSuppression suppression, Optional<DeclaredContainer> container) {
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
