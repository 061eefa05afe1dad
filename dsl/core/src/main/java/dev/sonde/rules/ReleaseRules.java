package dev.sonde.rules;

import java.util.List;

/** What depends on a cluster's release and on its feature gates. */
public final class ReleaseRules {

  /** A field that some release drops. */
  public static final Rule GATE_OFF =
      rule(
          "gate-off",
          Severity.WARNING,
          "Every field has an effect in the releases that you deploy to.",
          "While its feature gate is off the API server silently drops a field, and the kubelet "
              + "ignores it: the manifest says something that does not happen. A Deployment stored "
              + "while the gate was on, whose ReplicaSets lose the field, makes new ReplicaSets "
              + "without end.");

  /** A field that counts because nobody switched it off. */
  public static final Rule GATE_BETA =
      rule(
          "gate-beta",
          Severity.INFO,
          "You know which fields a cluster can switch off.",
          "Its feature gate is on unless somebody switches it off; then the API server silently "
              + "drops the field.");

  /** Each of these rules, in the order of the documentation. */
  public static final List<Rule> ALL = List.of(GATE_OFF, GATE_BETA);

  private ReleaseRules() {}

  private static Rule rule(String id, Severity severity, String summary, String why) {
    return new Rule(id, FindingKind.LINT, severity, summary, why, "Kubernetes: feature gates");
  }
}
