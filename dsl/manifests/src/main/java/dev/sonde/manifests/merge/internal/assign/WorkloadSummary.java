package dev.sonde.manifests.merge.internal.assign;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.WorkloadRef;
import java.util.List;
import java.util.Optional;

/** A workload that was seen, in little memory: most are never edited. */
public record WorkloadSummary(
    String file,
    SourceText source,
    int documentNumber,
    int offset,
    String kind,
    Optional<String> namespace,
    Optional<String> name,
    List<String> probed,
    List<String> init,
    Optional<Found> found) {

  /** What is kept of a workload that probes may go into. */
  public record Found(YamlDocument document, int number, WorkloadNode workload) {}

  public static WorkloadSummary of(String file, SourceText source, Found found, boolean keep) {
    WorkloadNode workload = found.workload();
    return new WorkloadSummary(
        file,
        source,
        found.number(),
        workload.node().start(),
        workload.kind().kind(),
        workload.namespace(),
        workload.name(),
        names(workload, true),
        names(workload, false),
        keep ? Optional.of(found) : Optional.empty());
  }

  private static List<String> names(WorkloadNode workload, boolean probed) {
    return workload.containers().stream()
        .filter(container -> container.kind() != ContainerKind.EPHEMERAL)
        .filter(container -> container.kind().mayHaveProbes() == probed)
        .map(container -> container.name().orElse("(unnamed)"))
        .toList();
  }

  public boolean matches(WorkloadRef reference) {
    return reference.kind().map(kind::equals).orElse(true)
        && (reference.name().isEmpty() || reference.name().equals(name));
  }

  public List<ContainerNode> containers() {
    return found.map(f -> f.workload().containers()).orElse(List.of());
  }

  public MergeTarget target(ContainerNode container) {
    Found kept = found.orElseThrow();
    return new MergeTarget(
        file, source, kept.document(), kept.number(), kept.workload(), container);
  }

  ManifestPlace place() {
    return ManifestPlace.at(file, documentNumber, source, offset);
  }

  String text() {
    return kind + name.map(n -> " " + n).orElse("");
  }

  /** As in {@code Deployment orders (k8s/deployment.yaml:3)}. */
  String withPlace() {
    return text()
        + namespace.map(where -> " in namespace " + where).orElse("")
        + " ("
        + file
        + ":"
        + place().position().line()
        + ")";
  }

  static String list(List<WorkloadSummary> workloads) {
    int most = 10;
    String first =
        workloads.stream().limit(most).map(WorkloadSummary::withPlace).collect(joining(", "));
    return workloads.size() > most ? first + " and " + (workloads.size() - most) + " more" : first;
  }
}
