package dev.sonde.manifests.merge.internal.check;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeKind;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlText;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a probe in a manifest asks, whoever wrote it.
 *
 * @param target its container
 * @param kind the probe
 * @param handler {@code httpGet} or {@code grpc}
 * @param node the handler's fields
 */
public record ManifestRequest(
    MergeTarget target, ProbeKind kind, String handler, MappingNode node) {

  static final String HTTP_GET = "httpGet";
  static final String GRPC = "grpc";

  /** What the probes of all containers in a pod ask; they reach each other's ports. */
  static Stream<ManifestRequest> inPodOf(MergeTarget target) {
    return target.workload().containers().stream()
        .filter(container -> container.kind().mayHaveProbes())
        .flatMap(container -> in(sibling(target, container)));
  }

  private static MergeTarget sibling(MergeTarget target, ContainerNode container) {
    return new MergeTarget(
        target.file(),
        target.source(),
        target.document(),
        target.documentNumber(),
        target.workload(),
        container);
  }

  private static Stream<ManifestRequest> in(MergeTarget target) {
    return Arrays.stream(ProbeKind.values())
        .flatMap(
            kind ->
                Stream.of(HTTP_GET, GRPC).flatMap(handler -> of(target, kind, handler).stream()));
  }

  private static Optional<ManifestRequest> of(MergeTarget target, ProbeKind kind, String handler) {
    return mapping(target.node(), kind.fieldName())
        .flatMap(probe -> mapping(probe, handler))
        .map(node -> new ManifestRequest(target, kind, handler, node));
  }

  private static Optional<MappingNode> mapping(MappingNode node, String field) {
    return node.get(field).filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  /** Such as {@code livenessProbe.httpGet.path}. */
  String field(String name) {
    return kind.fieldName() + "." + handler + "." + name;
  }

  /** The number or the name that is written there. */
  Optional<YamlNode> port() {
    return node.get("port").map(NodeValues::of);
  }

  String path() {
    return node.get("path")
        .map(NodeValues::of)
        .filter(YamlText.class::isInstance)
        .map(text -> ((YamlText) text).value())
        .filter(text -> !text.isEmpty())
        .map(ManifestRequest::withoutQuery)
        .orElse(HttpGet.DEFAULT_PATH);
  }

  static String withoutQuery(String path) {
    return Arrays.asList(path.split("[?#]", 2)).get(0);
  }

  String text(String field) {
    return field(field)
        + " of container \""
        + target.containerName()
        + "\" in "
        + target.workload().text();
  }
}
