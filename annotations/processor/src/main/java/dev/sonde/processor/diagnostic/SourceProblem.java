package dev.sonde.processor.diagnostic;

import dev.sonde.rules.Finding;
import dev.sonde.rules.JavaRule;
import dev.sonde.rules.Severity;

/**
 * One thing that is wrong at a place of the sources.
 *
 * @param ruleId the rule's stable name, such as {@code check-signature}
 * @param severity how bad it is
 * @param place the smallest place at fault
 * @param message what is wrong, with the value seen
 * @param remedy what to write instead; empty where the message says it
 */
public record SourceProblem(
    String ruleId, Severity severity, SourcePlace place, String message, String remedy) {

  /**
   * {@return a violation of one of the processor's own rules}
   *
   * @param rule the rule
   * @param place the smallest place at fault
   * @param message what is wrong, with the value seen
   * @param remedy what to write instead
   */
  public static SourceProblem of(JavaRule rule, SourcePlace place, String message, String remedy) {
    return new SourceProblem(rule.id(), rule.severity(), place, message, remedy);
  }

  /**
   * {@return what the common rules found, at its place}
   *
   * @param finding what they found
   * @param place the smallest place at fault
   */
  public static SourceProblem of(Finding finding, SourcePlace place) {
    String message = finding.message();
    return new SourceProblem(
        finding.ruleId(),
        finding.severity(),
        place,
        place.standsIn() ? message + " It comes from " + place + "." : message,
        finding.remedy());
  }

  /** {@return the sentence to print} */
  public String text() {
    return "[" + ruleId + "] " + message + (remedy.isEmpty() ? "" : " " + remedy);
  }
}
