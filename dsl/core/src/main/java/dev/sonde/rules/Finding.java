package dev.sonde.rules;

/**
 * One thing that is wrong, without the place in the text: whoever read the probe in maps the path
 * to an annotation value, a call or a line of a manifest.
 *
 * @param rule the rule that is broken
 * @param kind who says so
 * @param severity how bad it is
 * @param fieldPath the field as Kubernetes names it in its own message
 * @param focus the smallest field at fault; the same as {@code fieldPath} or deeper
 * @param message what is wrong, with the value seen
 * @param remedy what to write instead
 */
public record Finding(
    Rule rule,
    FindingKind kind,
    Severity severity,
    FieldPath fieldPath,
    FieldPath focus,
    String message,
    String remedy) {

  /** {@return the rule's stable name, such as {@code liveness-success-threshold}} */
  public String ruleId() {
    return rule.id();
  }

  /**
   * {@return the sentence that every way in prints: {@code [rule-id] message remedy}} The severity
   * and the place stand before it in the form that the tool at hand has for them.
   */
  public String text() {
    return "[" + rule.id() + "] " + message + (remedy.isEmpty() ? "" : " " + remedy);
  }

  /**
   * {@return this finding with another severity}
   *
   * @param other how bad it is instead
   */
  public Finding withSeverity(Severity other) {
    return new Finding(rule, kind, other, fieldPath, focus, message, remedy);
  }

  /**
   * {@return this finding, said by somebody else}
   *
   * @param other who says so instead
   */
  public Finding withKind(FindingKind other) {
    return new Finding(rule, other, severity, fieldPath, focus, message, remedy);
  }

  /**
   * {@return this finding in other words}
   *
   * @param newMessage what is wrong
   * @param newRemedy what to do
   */
  public Finding withWords(String newMessage, String newRemedy) {
    return new Finding(rule, kind, severity, fieldPath, focus, newMessage, newRemedy);
  }
}
