package dev.sonde.rules;

/**
 * One thing that is wrong, told without saying where the text stands: whoever read the probe in
 * maps the path to an annotation value, a call or a line of a manifest.
 *
 * @param ruleId the rule's stable name, such as {@code liveness-success-threshold}
 * @param kind who says so
 * @param severity how bad it is
 * @param fieldPath the field as Kubernetes names it in its own message
 * @param focus the smallest field at fault; the same as {@code fieldPath} or deeper
 * @param message what is wrong, with the value seen
 * @param remedy what to write instead
 */
public record Finding(
    String ruleId,
    FindingKind kind,
    Severity severity,
    FieldPath fieldPath,
    FieldPath focus,
    String message,
    String remedy) {

  /**
   * {@return the sentence that every way in prints: {@code [rule-id] message remedy}} The severity
   * and the place stand before it in the form that the tool at hand has for them.
   */
  public String text() {
    return "[" + ruleId + "] " + message + (remedy.isEmpty() ? "" : " " + remedy);
  }

  /**
   * {@return this finding with another severity}
   *
   * @param other how bad it is instead
   */
  public Finding withSeverity(Severity other) {
    return new Finding(ruleId, kind, other, fieldPath, focus, message, remedy);
  }
}
