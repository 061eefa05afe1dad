package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.report.model.ReportedOrigin;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.lint.PlacedSeries;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.TextPosition;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.PodSpecRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a subject of a workload in a manifest. */
final class WorkloadSubject {

  private final WorkloadNode workload;
  private final String file;
  private final List<PlacedSeries> measured;
  private final TextPosition start;
  private final TextPosition end;
  private final PodSpec pod;
  private final FieldPath path;

  /**
   * @param measured what was measured of the containers in its file
   */
  WorkloadSubject(
      WorkloadNode workload, SourceText source, String file, List<PlacedSeries> measured) {
    this.workload = workload;
    this.file = file;
    this.measured = measured;
    this.start = source.position(workload.node().start());
    this.end = source.position(workload.node().end());
    List<String> way = workload.kind().podSpecPath();
    this.pod = workload.kind().completed(PodReader.read(JsonReader.of(workload.node()).at(way)));
    this.path = FieldPath.of(way.toArray(String[]::new));
  }

  /** Whether a finding of its file points into it. */
  boolean covers(PlacedFinding found) {
    return covers(found.position()) && !found.finding().focus().equals(FieldPath.ROOT);
  }

  private boolean covers(TextPosition position) {
    return position.compareTo(start) >= 0 && position.compareTo(end) <= 0;
  }

  ReportSubject with(List<PlacedFinding> found) {
    List<PlacedFinding> rest = new ArrayList<>(found);
    List<SubjectContainer> containers = new ArrayList<>();
    add(ContainerKind.INIT, pod.initContainers(), rest, containers);
    add(ContainerKind.MAIN, pod.containers(), rest, containers);
    add(ContainerKind.EPHEMERAL, pod.ephemeralContainers(), rest, containers);
    return new ReportSubject(
        id(),
        workload.text(),
        file + ":" + start.line(),
        pod,
        containers,
        DeploymentUpdate.of(workload),
        rest.stream().map(WorkloadSubject::reported).toList(),
        isPlayable(found));
  }

  private void add(
      ContainerKind kind,
      List<ContainerSpec> specs,
      List<PlacedFinding> rest,
      List<SubjectContainer> containers) {
    for (int index = 0; index < specs.size(); index++) {
      ContainerSpec spec = specs.get(index);
      FieldPath own = path.field(kind.listField()).index(index);
      List<PlacedFinding> found =
          rest.stream().filter(each -> each.finding().focus().startsWith(own)).toList();
      rest.removeAll(found);
      ContainerKind role =
          kind == ContainerKind.INIT && spec.restartsAlways() ? ContainerKind.SIDECAR : kind;
      if (role.mayHaveProbes() || !spec.probes().isEmpty() || !found.isEmpty()) {
        containers.add(
            new SubjectContainer(
                spec,
                role,
                FieldOrigins.all(ReportedOrigin.MANIFEST),
                found.stream().map(WorkloadSubject::reported).toList(),
                measured.stream()
                    .filter(one -> covers(one.place().position()))
                    .map(PlacedSeries::judged)
                    .filter(one -> one.container().equals(own))
                    .toList(),
                Map.of()));
      }
    }
  }

  private String id() {
    return Stream.of(Optional.of(workload.kind().kind()), workload.namespace(), workload.name())
        .flatMap(Optional::stream)
        .collect(Collectors.joining("/"));
  }

  /** Kubernetes has to accept the pod, and traces tell containers apart by their names. */
  private boolean isPlayable(List<PlacedFinding> found) {
    List<String> names =
        Stream.concat(pod.initContainers().stream(), pod.containers().stream())
            .map(PodTemplate::nameOf)
            .toList();
    boolean refused =
        found.stream().anyMatch(each -> each.finding().kind() == FindingKind.DECODE)
            || PodSpecRules.validate(pod, path).hasErrors();
    return !refused
        && !pod.containers().isEmpty()
        && names.stream().distinct().count() == names.size();
  }

  static ReportedFinding reported(PlacedFinding placed) {
    return new ReportedFinding(
        placed.finding().severity(),
        placed.finding().ruleId(),
        placed.place().toString(),
        placed.finding().focus().toString(),
        placed.finding().message(),
        placed.finding().remedy());
  }
}
