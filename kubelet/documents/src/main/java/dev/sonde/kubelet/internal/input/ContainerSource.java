package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.ContainerResources;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.PodSpecRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the container in a probe-set document or in a manifest. */
public final class ContainerSource {

  private final String file;
  private final ContainerChoice choice;

  private ContainerSource(String file, ContainerChoice choice) {
    this.file = file;
    this.choice = choice;
  }

  /**
   * {@return the container that a file describes}
   *
   * @param file a probe-set document, or a manifest
   * @param choice which container of it
   * @throws IOException if the file cannot be read
   * @throws UnreadableDocumentException if it holds no such container, several and no choice was
   *     made, or probes that Kubernetes would refuse
   */
  public static ProbedContainer read(Path file, ContainerChoice choice) throws IOException {
    return new ContainerSource(file.toString(), choice).read(BoundedBytes.of(file));
  }

  /**
   * {@return the line of a file, from 1, where a field of the container is written: if it is not
   * written at all, the line of what it would be in}
   *
   * @param file a probe-set document, or a manifest
   * @param choice which container of it
   * @param field the field, from the container on, such as {@code livenessProbe.periodSeconds}
   * @throws IOException if the file cannot be read
   * @throws UnreadableDocumentException if it holds no such container
   */
  public static int line(Path file, ContainerChoice choice, FieldPath field) throws IOException {
    YamlStream stream = YamlStream.parse(BoundedBytes.of(file));
    YamlTreeNode container = new ContainerSource(file.toString(), choice).node(stream);
    return stream.source().position(FieldPlaces.of(container, field).start()).line();
  }

  /** What holds the probes of the container that is chosen. */
  private YamlTreeNode node(YamlStream stream) {
    List<YamlTreeNode> roots =
        stream.documents().stream()
            .filter(ContainerSource::isProbeSet)
            .map(YamlDocument::root)
            .filter(root -> choice.fits(JsonReader.of(root).text("container")))
            .toList();
    if (!roots.isEmpty()) {
      return roots.get(0);
    }
    WorkloadNode workload = workload(stream);
    List<YamlTreeNode> containers =
        workload.containers().stream()
            .filter(container -> choice.fits(container.name()))
            .<YamlTreeNode>map(ContainerNode::node)
            .toList();
    return containers.isEmpty() ? workload.node() : containers.get(0);
  }

  private ProbedContainer read(byte[] bytes) {
    YamlStream stream = YamlStream.parse(bytes);
    return stream.documents().stream().findFirst().filter(ContainerSource::isProbeSet).isPresent()
        ? ProbedContainer.of(
            ClassPathSource.only(file, choice, ProbeSetReader.readAll(file, bytes)))
        : fromManifest(stream);
  }

  private static boolean isProbeSet(YamlDocument document) {
    return document.root() instanceof MappingNode root
        && JsonReader.of(root)
            .text("apiVersion")
            .filter(ProbeSetDocument.API_VERSION::equals)
            .isPresent();
  }

  private ProbedContainer fromManifest(YamlStream stream) {
    Mistakes mistakes = Mistakes.in(file, stream);
    mistakes.throwIfAny();
    WorkloadNode workload = workload(stream);
    List<String> way = workload.kind().podSpecPath();
    JsonReader spec = JsonReader.of(workload.node()).at(way);
    PodSpec pod = workload.kind().completed(PodReader.read(spec));
    for (Finding error :
        PodSpecRules.validate(pod, FieldPath.of(way.toArray(String[]::new))).errors()) {
      mistakes.add(FieldPlaces.of(workload.node(), error.focus()).start(), error);
    }
    mistakes.throwIfAny();
    ContainerSpec container = container(pod);
    return new ProbedContainer(
        pod.outsideATemplate(),
        LiteralEnv.of(spec, container).expand(container),
        resources(spec, container),
        new WorkloadRef(
            Optional.of(workload.kind().kind()), workload.name(), workload.namespace()));
  }

  private WorkloadNode workload(YamlStream stream) {
    WorkloadReader reader = new WorkloadReader(WorkloadKinds.KNOWN);
    List<WorkloadNode> workloads =
        stream.documents().stream().flatMap(document -> reader.read(document).stream()).toList();
    return choice.only(
        file,
        "workload",
        workloads.stream().filter(this::isChosen).toList(),
        workloads.stream().map(WorkloadNode::text).toList());
  }

  /** A limit of the container counts, and one of the pod where it has none. */
  private static ContainerResources resources(JsonReader spec, ContainerSpec container) {
    return Stream.of("containers", "initContainers")
        .flatMap(list -> spec.objects(list).stream())
        .filter(written -> written.text("name").equals(container.name()))
        .findFirst()
        .map(ContainerResources::of)
        .orElse(ContainerResources.UNLIMITED)
        .or(ContainerResources.of(spec));
  }

  private boolean isChosen(WorkloadNode workload) {
    String name = workload.name().orElse("");
    return choice
        .workload()
        .map(wanted -> wanted.equals(name) || wanted.equals(workload.kind().kind() + "/" + name))
        .orElse(true);
  }

  private ContainerSpec container(PodSpec pod) {
    List<ContainerSpec> all =
        Stream.concat(
                pod.containers().stream(),
                pod.initContainers().stream().filter(ContainerSpec::restartsAlways))
            .toList();
    return choice.only(
        file,
        "container",
        all.stream().filter(container -> choice.fits(container.name())).toList(),
        all.stream().map(container -> container.name().orElse("?")).toList());
  }
}
