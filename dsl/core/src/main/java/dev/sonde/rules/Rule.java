package dev.sonde.rules;

/**
 * One thing that Sonde looks for.
 *
 * @param id the stable name, in lower case with hyphens, such as {@code port-range}
 * @param kind who says so
 * @param severity how bad it is, unless the user decides otherwise
 * @param summary what is demanded, in one sentence
 * @param why what goes wrong otherwise; empty where the summary says it
 * @param source where the rule comes from
 */
public record Rule(
    String id, FindingKind kind, Severity severity, String summary, String why, String source) {

  /**
   * {@return a finding of this rule with its own severity}
   *
   * @param fieldPath the field as Kubernetes names it in its own message
   * @param focus the smallest field at fault; the same as {@code fieldPath} or deeper
   * @param message what is wrong, with the value seen
   * @param remedy what to write instead
   */
  public Finding finding(FieldPath fieldPath, FieldPath focus, String message, String remedy) {
    return new Finding(this, kind, severity, fieldPath, focus, message, remedy);
  }

  /**
   * {@return a finding of this rule whose field is itself the smallest one at fault}
   *
   * @param fieldPath the field as Kubernetes names it in its own message
   * @param message what is wrong, with the value seen
   * @param remedy what to write instead
   */
  public Finding finding(FieldPath fieldPath, String message, String remedy) {
    return finding(fieldPath, fieldPath, message, remedy);
  }
}
