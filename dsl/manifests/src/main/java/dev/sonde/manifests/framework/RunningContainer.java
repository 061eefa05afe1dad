package dev.sonde.manifests.framework;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ConfigMapNode;
import dev.sonde.manifests.workload.ContainerNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A container of a manifest that runs an application of a framework.
 *
 * @param node the container
 * @param namespace the namespace of its workload, if it says one
 * @param configMaps the ConfigMaps of all files
 * @param places tells where a node of the container's file is
 */
public record RunningContainer(
    ContainerNode node,
    Optional<String> namespace,
    List<ConfigMapNode> configMaps,
    Function<YamlTreeNode, ManifestPlace> places) {

  /** Copies the list, so that the value stays what it was. */
  public RunningContainer {
    configMaps = List.copyOf(configMaps);
  }

  /** Tells whether a hook comes before SIGTERM. */
  boolean waitsBeforeItStops() {
    return JsonReader.of(node.node())
        .object("lifecycle")
        .flatMap(hooks -> hooks.object("preStop"))
        .isPresent();
  }

  /** The ConfigMap of that name in the container's namespace. */
  Optional<ConfigMapNode> configMap(String name) {
    List<ConfigMapNode> named = configMaps.stream().filter(map -> map.name().equals(name)).toList();
    return named.stream()
        .filter(map -> map.namespace().equals(namespace))
        .findFirst()
        .or(() -> named.stream().filter(map -> isAnywhere(map)).findFirst());
  }

  private boolean isAnywhere(ConfigMapNode map) {
    return map.namespace().isEmpty() || namespace.isEmpty();
  }
}
