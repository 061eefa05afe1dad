package dev.sonde.manifests.shapes;

import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.rules.SimilarName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The workloads that a patch will be applied to.
 *
 * @param workloads in the order in which they were read
 */
public record BaseManifests(List<WorkloadNode> workloads) {

  /** No workload is known. */
  public static final BaseManifests NONE = new BaseManifests(List.of());

  /** Copies the workloads, so that the value stays what it was. */
  public BaseManifests {
    workloads = List.copyOf(workloads);
  }

  /**
   * {@return the workloads of some files}
   *
   * @param files manifests in YAML or JSON
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if a file is not sound YAML
   */
  public static BaseManifests read(List<Path> files) throws IOException {
    List<WorkloadNode> workloads = new ArrayList<>();
    for (Path file : files) {
      workloads.addAll(parse(file.toString(), BoundedBytes.of(file)).workloads());
    }
    return new BaseManifests(workloads);
  }

  static BaseManifests parse(String name, byte[] content) {
    YamlStream stream = YamlStream.parse(content);
    Mistakes.in(name, stream).throwIfAny();
    WorkloadReader reader = new WorkloadReader(WorkloadKinds.KNOWN);
    List<WorkloadNode> workloads = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      workloads.addAll(reader.read(document));
    }
    return new BaseManifests(workloads);
  }

  /**
   * {@return the workload that a patch is meant for}
   *
   * @throws IllegalArgumentException if there is none
   */
  WorkloadNode workload(ShapeTarget target) {
    return workloads.stream()
        .filter(workload -> workload.kind().equals(target.kind()))
        .filter(workload -> workload.name().equals(Optional.of(target.name())))
        .findFirst()
        .orElseThrow(
            () ->
                missing(
                    target.text(),
                    target.text(),
                    workloads.stream().map(WorkloadNode::text).toList()));
  }

  /**
   * {@return the container of a workload that a patch is meant for}
   *
   * @throws IllegalArgumentException if there is none that may have probes
   */
  static ContainerNode container(WorkloadNode workload, ShapeTarget target) {
    List<ContainerNode> containers =
        workload.containers().stream().filter(c -> c.kind().mayHaveProbes()).toList();
    return containers.stream()
        .filter(container -> container.name().equals(Optional.of(target.container())))
        .findFirst()
        .orElseThrow(
            () ->
                missing(
                    "container \"" + target.container() + "\" in " + target.text(),
                    target.container(),
                    containers.stream().flatMap(container -> container.name().stream()).toList()));
  }

  /** {@return the seconds that the pod of a workload has to stop, if they are written} */
  static OptionalLong gracePeriod(WorkloadNode workload) {
    YamlTreeNode node = workload.node();
    for (String field : workload.kind().podSpecPath()) {
      node = field(node, field).orElse(node);
    }
    return field(node, PodSpecFields.GRACE_PERIOD)
        .filter(ScalarNode.class::isInstance)
        .map(seconds -> ((ScalarNode) seconds).integer())
        .orElse(OptionalLong.empty());
  }

  private static Optional<YamlTreeNode> field(YamlTreeNode node, String name) {
    return node instanceof MappingNode mapping ? mapping.get(name) : Optional.empty();
  }

  private static IllegalArgumentException missing(
      String what, String name, List<String> candidates) {
    return new IllegalArgumentException(
        "There is no "
            + what
            + " in the base; available: "
            + (candidates.isEmpty() ? "none" : String.join(", ", candidates))
            + "."
            + SimilarName.to(name, candidates)
                .map(similar -> " Did you mean \"" + similar + "\"?")
                .orElse(" Correct the name, or give the file that has it."));
  }
}
