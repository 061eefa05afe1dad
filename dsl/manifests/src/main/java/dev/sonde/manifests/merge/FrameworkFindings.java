package dev.sonde.manifests.merge;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.overlay.OverlayBuild;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.FrameworkRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with frameworks' configurations, without a word about the manifests' probes. */
public final class FrameworkFindings {

  private FrameworkFindings() {}

  /**
   * {@return what a check of the same inputs says about the configurations of frameworks} Where the
   * containers that run the applications are not known, a warning says so, and the configurations
   * are judged without them.
   *
   * @param inputs the manifests, and the applications whose frameworks answer
   * @param build what came of the overlays and charts among the manifests
   * @throws IOException if a file cannot be read
   */
  public static List<PlacedFinding> of(MergeInputs inputs, OverlayBuild build) throws IOException {
    MergedProbes frameworks = inputs.declared();
    if (frameworks.sources().isEmpty()) {
      return List.of();
    }
    MergePlan plan = MergeSession.of(inputs).built(build);
    Optional<PlacedFinding> notFound =
        plan.refusals().stream().filter(FrameworkFindings::keepsContainersHidden).findFirst();
    List<PlacedFinding> findings = new ArrayList<>();
    notFound.map(FrameworkFindings::unseen).ifPresent(findings::add);
    Stream.concat(
            Stream.concat(plan.refusals().stream(), plan.inconsistencies().stream()),
            notFound.isPresent() ? frameworks.findingsAlone() : Stream.empty())
        .filter(found -> FrameworkRules.ALL.contains(found.finding().rule()))
        .distinct()
        .forEach(findings::add);
    for (MergedProbes.Source source : frameworks.sources()) {
      findings.addAll(source.application().orElseThrow().faults());
    }
    return findings;
  }

  /** What the API server refuses hides nothing. */
  private static boolean keepsContainersHidden(PlacedFinding refusal) {
    return !FrameworkRules.ALL.contains(refusal.finding().rule())
        && refusal.finding().kind() != FindingKind.API
        && refusal.finding().kind() != FindingKind.LINT;
  }

  private static PlacedFinding unseen(PlacedFinding refusal) {
    return refusal.with(
        FrameworkRules.UNSEEN.finding(
            refusal.finding().fieldPath(),
            "what a container sets for the application is not known here: "
                + refusal.finding().message(),
            refusal.finding().remedy()));
  }
}
