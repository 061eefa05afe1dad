package dev.sonde.manifests.merge;

import dev.sonde.manifests.merge.internal.assign.ForeignHands;
import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.check.ApiVerdict;
import dev.sonde.manifests.merge.internal.check.EndpointComparison;
import dev.sonde.manifests.merge.internal.check.ManifestRequest;
import dev.sonde.manifests.merge.internal.check.ProbedPods;
import dev.sonde.manifests.merge.internal.check.ServicePort;
import dev.sonde.manifests.merge.internal.check.ServiceTargets;
import dev.sonde.manifests.merge.internal.edit.ContainerMerge;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.merge.outcome.FieldDrift;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.model.ProbeKind;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.MergeRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What merging does not repair: what fits neither the code nor the rest of the manifests.
 *
 * @param containers the containers that probes are meant for
 */
record PlanFindings(List<ContainerMerge> containers) {

  /** {@return what does not fit, in the files as they are} */
  List<PlacedFinding> inconsistencies(List<ServicePort> services) {
    List<PlacedFinding> findings = new ArrayList<>();
    for (ContainerMerge container : containers) {
      findings.addAll(EndpointComparison.check(container, this::isDeclared));
    }
    ProbedPods pods = new ProbedPods(containers);
    for (ServicePort port : services) {
      pods.reachedBy(port)
          .flatMap(pod -> new ServiceTargets(pod).check(port).stream())
          .findFirst()
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** {@return the containers, each with how many of its declared probes the manifest has so} */
  List<ComparedContainer> compared() {
    return containers.stream()
        .map(
            container ->
                new ComparedContainer(
                    container.plan().target().file(),
                    false,
                    (int)
                        container.probes().probes().keySet().stream()
                            .filter(kind -> agrees(container, kind))
                            .count()))
        .toList();
  }

  /** A field that the code leaves open is no disagreement. */
  private static boolean agrees(ContainerMerge container, ProbeKind probe) {
    return container.plan().changes().stream()
        .filter(change -> change.kind() != ChangeKind.EXTRA)
        .map(FieldDrift::field)
        .noneMatch(
            field -> field.equals(probe.fieldName()) || field.startsWith(probe.fieldName() + "."));
  }

  private boolean isDeclared(ManifestRequest asked) {
    return containers.stream()
        .filter(container -> container.plan().target().node() == asked.target().node())
        .anyMatch(container -> container.probes().probe(asked.kind()).isPresent());
  }

  /** {@return what an API server would refuse in the containers once they are merged} */
  List<PlacedFinding> refusedByTheServer(List<FilePlan> plans, List<KubernetesVersion> releases) {
    List<PlacedFinding> findings = new ArrayList<>();
    containers.stream()
        .filter(container -> !container.plan().target().inValues())
        .filter(container -> container.plan().target().container().hasImage())
        .collect(
            Collectors.groupingBy(
                a -> a.plan().target().file(), LinkedHashMap::new, Collectors.toList()))
        .forEach((file, inFile) -> findings.addAll(verdict(file, inFile, plans, releases)));
    return findings;
  }

  private static List<PlacedFinding> verdict(
      String file,
      List<ContainerMerge> inFile,
      List<FilePlan> plans,
      List<KubernetesVersion> releases) {
    SourceText source = inFile.get(0).plan().target().source();
    String merged =
        plans.stream()
            .filter(changed -> changed.file().name().equals(file))
            .map(FilePlan::merged)
            .findFirst()
            .orElse(source.text());
    return new ApiVerdict(file, source, merged, inFile, releases).findings();
  }

  /** {@return which edits a program undoes, or break a signature} */
  List<PlacedFinding> foreignHands(List<FilePlan> plans) {
    List<PlacedFinding> findings = new ArrayList<>();
    for (FilePlan plan : plans) {
      generated(plan).forEach(findings::add);
      containers.stream()
          .map(container -> container.plan().target())
          .filter(target -> target.file().equals(plan.file().name()))
          .flatMap(PlanFindings::signed)
          .distinct()
          .forEach(findings::add);
    }
    return findings;
  }

  private static Stream<PlacedFinding> generated(FilePlan plan) {
    return ForeignHands.generatedBy(plan.source()).stream()
        .map(
            line ->
                ManifestPlace.of(plan.file().name())
                    .finding(
                        MergeRules.GENERATED.finding(
                            FieldPath.ROOT,
                            "this file says that a program writes it: \"" + line + "\".",
                            "Merge into what it is made from; the next run would undo this"
                                + " merge.")));
  }

  private static Stream<PlacedFinding> signed(MergeTarget target) {
    return ForeignHands.signature(target.document()).stream()
        .map(
            annotation ->
                target
                    .place(target.document().root())
                    .finding(
                        MergeRules.SIGNED.finding(
                            FieldPath.of("metadata", "annotations"),
                            target.workload().text()
                                + " is signed by annotation "
                                + annotation
                                + "; a merge breaks the signature.",
                            "Sign it again after merging.")));
  }
}
