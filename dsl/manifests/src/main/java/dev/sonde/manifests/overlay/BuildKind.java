package dev.sonde.manifests.overlay;

import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.Rule;
import java.util.List;

/** What is built before the cluster gets it. */
enum BuildKind {
  OVERLAY(
      InputRules.OVERLAY_UNSEEN,
      InputRules.OVERLAY_REFUSED,
      "what kustomize builds from this",
      "neither kustomize nor kubectl is on the PATH",
      List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))),
  CHART(
      InputRules.CHART_UNSEEN,
      InputRules.CHART_REFUSED,
      "what Helm renders from this chart",
      "helm is not on the PATH",
      List.of(List.of("helm", "template")));

  @SuppressWarnings("ImmutableEnumChecker") // A record of texts and enums.
  private final Rule unseen;

  @SuppressWarnings("ImmutableEnumChecker") // A record of texts and enums.
  private final Rule refused;

  private final String outcome;
  private final String absence;

  @SuppressWarnings("ImmutableEnumChecker") // Always List.of.
  private final List<List<String>> programs;

  BuildKind(
      Rule unseen, Rule refused, String outcome, String absence, List<List<String>> programs) {
    this.unseen = unseen;
    this.refused = refused;
    this.outcome = outcome;
    this.absence = absence;
    this.programs = programs;
  }

  /** The programs that can do it, each with its words before the folder; the first is preferred. */
  List<List<String>> programs() {
    return programs;
  }

  /**
   * {@return that the program is not there}
   *
   * @param more how many it should have built beside this one
   */
  Finding absent(int more) {
    return notLookedAt(
        unseen,
        more == 0 ? "" : ", and from %d more,".formatted(more),
        absence,
        "Build it where that can be done");
  }

  /** That it was not tried. */
  Finding unseen(String why) {
    return notLookedAt(unseen, "", why, "Build it where that can be done");
  }

  /** That it was tried, and there is nothing that the cluster could get. */
  Finding refused(String why) {
    return notLookedAt(refused, "", why, "Correct it; or build it with the options that it needs");
  }

  private Finding notLookedAt(Rule rule, String more, String why, String build) {
    return rule.finding(
        FieldPath.ROOT,
        outcome + more + " was not seen: " + why + ".",
        build
            + ", and hand the output to \"sonde check -\" or \"sonde lint -\"; or leave it out with"
            + " --exclude.");
  }
}
