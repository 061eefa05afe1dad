package dev.sonde.manifests.merge;

import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.outcome.FieldDrift;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.overlay.OverlayBuild;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.Finding;
import dev.sonde.rules.MergeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what kustomize builds from the files against what the code declares. */
final class OverlayCheck {

  private static final String REMEDY =
      "Correct the overlay, or declare it for its environment; merging does not edit overlays.";

  private final FileNames names;
  private final MergedProbes declared;
  private final MergeOptions options;

  OverlayCheck(FileNames names, MergedProbes declared, MergeOptions options) {
    this.names = names;
    this.declared = declared;
    this.options = options.withEveryMatch(true);
  }

  /** {@return the plan of the files, with what is wrong in what is built from them} */
  MergePlan check(MergePlan ofFiles, OverlayBuild build) {
    List<PlacedFinding> findings = new ArrayList<>(ofFiles.inconsistencies());
    findings.addAll(build.findings());
    List<ComparedContainer> compared = new ArrayList<>(ofFiles.compared());
    boolean foundSomewhere = false;
    for (ManifestFile built : build.manifests()) {
      MergePlan plan = plan(built);
      plan.compared().stream().map(ComparedContainer::asBuilt).forEach(compared::add);
      foundSomewhere |= plan.refusals().stream().noneMatch(ManifestMerge::mayBeElsewhere);
      plan.refusals().stream()
          .filter(refusal -> isOfBuild(refusal) && isNew(refusal, ofFiles.refusals()))
          .forEach(findings::add);
      plan.changes().stream()
          .filter(change -> change.edited() && !isToldOf(change, ofFiles))
          .map(OverlayCheck::finding)
          .forEach(findings::add);
      plan.inconsistencies().stream()
          .filter(found -> isNew(found, ofFiles.inconsistencies()))
          .forEach(findings::add);
    }
    return new MergePlan(
        ofFiles.files(),
        ofFiles.changes(),
        findings,
        foundSomewhere
            ? ofFiles.refusals().stream().filter(r -> !ManifestMerge.mayBeElsewhere(r)).toList()
            : ofFiles.refusals(),
        ofFiles.record(),
        compared);
  }

  /** An overlay may hold other workloads, but what it holds has to be right. */
  private boolean isOfBuild(PlacedFinding refusal) {
    boolean named =
        declared.probes().stream().allMatch(set -> set.container().workload().name().isPresent());
    return !ManifestMerge.mayBeElsewhere(refusal)
        || (named && refusal.finding().rule().equals(MergeRules.CONTAINER_MISSING));
  }

  private MergePlan plan(ManifestFile built) {
    List<String> there =
        YamlStream.parse(built.bytes()).documents().stream()
            .flatMap(document -> new WorkloadReader(options.kinds()).read(document).stream())
            .flatMap(workload -> workload.name().stream())
            .toList();
    MergedProbes probes = declared.forContainers(set -> renamed(set, there));
    return new ManifestMerge(List.of(built), probes, names, options, MergeRecord.EMPTY).judged();
  }

  /** An overlay may put a prefix or a suffix to every name. */
  private static ProbeSet renamed(ProbeSet probes, List<String> there) {
    WorkloadRef workload = probes.container().workload();
    Optional<String> other =
        workload
            .name()
            .filter(name -> !there.contains(name))
            .flatMap(name -> there.stream().filter(found -> found.contains(name)).findFirst());
    return other
        .map(name -> new WorkloadRef(workload.kind(), Optional.of(name), Optional.empty()))
        .map(renamed -> probes.in(new ContainerRef(probes.container().name(), renamed)))
        .orElse(probes);
  }

  private static boolean isToldOf(FieldDrift change, MergePlan ofFiles) {
    return ofFiles.changes().stream()
        .anyMatch(
            other ->
                other.edited()
                    && other.container().equals(change.container())
                    && other.field().equals(change.field())
                    && other.have().equals(change.have())
                    && other.want().equals(change.want()));
  }

  private static boolean isNew(PlacedFinding found, List<PlacedFinding> known) {
    return known.stream()
        .noneMatch(
            other ->
                other.finding().ruleId().equals(found.finding().ruleId())
                    && other.finding().message().equals(found.finding().message()));
  }

  private static PlacedFinding finding(FieldDrift change) {
    PlacedFinding found = change.finding();
    Finding said = found.finding();
    return found.with(said.withWords(said.message(), REMEDY));
  }
}
