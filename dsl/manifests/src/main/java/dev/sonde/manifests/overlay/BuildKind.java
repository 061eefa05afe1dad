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
      "what kustomize builds from this",
      "neither kustomize nor kubectl is on the PATH",
      List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))),
  CHART(
      InputRules.CHART_UNSEEN,
      "what Helm renders from this chart",
      "helm is not on the PATH",
      List.of(List.of("helm", "template")));

  @SuppressWarnings("ImmutableEnumChecker") // A record of texts and enums.
  private final Rule unseen;

  private final String outcome;
  private final String absence;

  @SuppressWarnings("ImmutableEnumChecker") // Always List.of.
  private final List<List<String>> programs;

  BuildKind(Rule unseen, String outcome, String absence, List<List<String>> programs) {
    this.unseen = unseen;
    this.outcome = outcome;
    this.absence = absence;
    this.programs = programs;
  }

  /** The programs that can do it, each with its words before the folder; the first is preferred. */
  List<List<String>> programs() {
    return programs;
  }

  Finding absent() {
    return unseen(absence);
  }

  Finding unseen(String why) {
    return unseen.finding(
        FieldPath.ROOT,
        outcome + " was not looked at: " + why + ".",
        "Build it where that can be done, and hand the output to \"sonde check -\" or \"sonde"
            + " lint -\"; or leave it out with --exclude.");
  }
}
