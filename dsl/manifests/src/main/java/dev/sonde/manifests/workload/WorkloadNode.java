package dev.sonde.manifests.workload;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.MappingNode;
import java.util.List;
import java.util.Optional;

/**
 * A workload as it is in a manifest.
 *
 * @param kind its kind
 * @param namespace its {@code metadata.namespace}
 * @param name its {@code metadata.name}
 * @param node its fields
 * @param containers its init containers and sidecars, then its main containers, then the ephemeral
 *     ones
 */
public record WorkloadNode(
    WorkloadKind kind,
    Optional<String> namespace,
    Optional<String> name,
    MappingNode node,
    List<ContainerNode> containers) {

  private static final List<String> SERVER_WRITES =
      List.of("uid", "resourceVersion", "creationTimestamp");

  /** Copies the containers, so that the value stays what it was. */
  public WorkloadNode {
    containers = List.copyOf(containers);
  }

  /** Tells whether a server of Kubernetes handed it out, and filled in what nobody wrote. */
  public boolean isFromServer() {
    Optional<JsonReader> metadata = JsonReader.of(node).object("metadata");
    return metadata.isPresent()
        && SERVER_WRITES.stream().anyMatch(field -> metadata.get().text(field).isPresent());
  }

  /** {@return kind and name, as in {@code Deployment orders}} */
  public String text() {
    return kind.kind() + name.map(n -> " " + n).orElse("");
  }

  /** {@return the same, which tells two of one name apart} */
  public String textInNamespace() {
    return text() + namespace.map(where -> " in namespace " + where).orElse("");
  }
}
