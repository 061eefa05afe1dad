package dev.sonde.processor.report;

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
public record Problem(
    String ruleId, Severity severity, Place place, String message, String remedy) {

  /**
   * {@return a violation of one of the processor's own rules}
   *
   * @param rule the rule
   * @param place the smallest place at fault
   * @param message what is wrong, with the value seen
   * @param remedy what to write instead
   */
  public static Problem of(JavaRule rule, Place place, String message, String remedy) {
    return new Problem(rule.id(), rule.severity(), place, message, remedy);
  }

  /**
   * {@return what the common rules found, at its place}
   *
   * @param finding what they found
   * @param place the smallest place at fault
   */
  public static Problem of(Finding finding, Place place) {
    String message = finding.message();
    return new Problem(
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
