package dev.sonde.rules;

import java.util.List;

/** What the API server refuses while it turns a document into an object, before it validates. */
public final class DecodeRules {

  /** A field that the type does not have. */
  public static final Rule UNKNOWN_FIELD =
      rule(
          "unknown-field",
          "Every field is one that Kubernetes knows in this place.",
          "Under strict validation, which kubectl asks for, the API server refuses the object. "
              + "Otherwise it drops the field, and the probe runs with a default nobody chose.");

  /** A value of another type than the field's. */
  public static final Rule WRONG_TYPE =
      rule(
          "wrong-type",
          "Every value fits its field: a whole number, a list, a text.",
          "The API server cannot decode the document, and looks at nothing else in it.");

  /** A number that does not fit its field. */
  public static final Rule NUMBER_RANGE =
      rule(
          "number-range",
          "Every number fits its field: 32 bits, a grace period or a sleep 64 bits.",
          "The API server cannot decode the document, and looks at nothing else in it.");

  /** A key that stands twice in one map. */
  public static final Rule DUPLICATE_FIELD =
      rule(
          "duplicate-field",
          "A field appears once.",
          "Under strict validation the API server refuses the object. Otherwise the last one wins, "
              + "and the reader of the manifest believes the first.");

  /** Each of these rules, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(UNKNOWN_FIELD, WRONG_TYPE, NUMBER_RANGE, DUPLICATE_FIELD);

  private DecodeRules() {}

  private static Rule rule(String id, String summary, String why) {
    return new Rule(
        id, FindingKind.DECODE, Severity.ERROR, summary, why, "Kubernetes: strict decoding");
  }
}
