package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.PortNodes;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ContainerPort;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a container's ports, and which names of them, earlier merges wrote and nobody changed
 * since. Once the code has no such port, or gives it another name or number, they go, unless
 * somebody else asks them.
 *
 * @param context what earlier merges did in the container, and what Services ask
 * @param named the names of ports that the container's probes and hooks ask once all is done
 * @param needed the ports that the code declares
 */
record OwnPorts(MergeContext context, Set<String> named, List<ContainerPort> needed) {

  /** The path under which a record keeps a name that merging gave to somebody else's port. */
  static String namePath(ContainerPort port) {
    return PortNodes.path(port) + ".name";
  }

  /** {@return the ports of a container that stay as they are} */
  List<ContainerPort> lasting(MappingNode container) {
    return ManifestPorts.items(container)
        .filter(item -> !isStale(item) && !isStaleName(item))
        .flatMap(item -> ManifestPorts.read(item).stream())
        .toList();
  }

  /** Tells whether merging declared a port that goes now. */
  boolean isStale(MappingNode item) {
    return unneeded(item).filter(port -> isOwn(item, port) && !isAsked(port)).isPresent();
  }

  /** Tells whether merging gave a port a name that it loses now. */
  boolean isStaleName(MappingNode item) {
    return unneeded(item).filter(port -> isOwnName(port) && !isAskedByName(port)).isPresent();
  }

  /** {@return the path of what merging wrote and what stays, because it is asked} */
  Optional<String> kept(MappingNode item) {
    return unneeded(item)
        .flatMap(
            port -> {
              if (isOwn(item, port) && isAsked(port)) {
                return Optional.of(PortNodes.path(port));
              }
              return isOwnName(port) && isAskedByName(port)
                  ? Optional.of(namePath(port))
                  : Optional.empty();
            });
  }

  private Optional<ContainerPort> unneeded(MappingNode item) {
    return context.owned().fields().isEmpty()
        ? Optional.empty()
        : ManifestPorts.read(item).filter(port -> !needed.contains(port));
  }

  private boolean isOwn(MappingNode item, ContainerPort port) {
    return isOwn(PortNodes.path(port), NodeValues.of(item));
  }

  private boolean isOwnName(ContainerPort port) {
    return port.name().filter(name -> isOwn(namePath(port), new YamlText(name))).isPresent();
  }

  private boolean isOwn(String path, YamlNode value) {
    return value.equals(context.owned().fields().get(path));
  }

  /** A probe or hook that stays, or a Service, would ask a port that is not there any more. */
  private boolean isAsked(ContainerPort port) {
    return isAskedByName(port)
        || (context.targets().contains(new YamlNumber(port.containerPort()))
            && needed.stream().noneMatch(n -> n.containerPort() == port.containerPort()));
  }

  private boolean isAskedByName(ContainerPort port) {
    return needed.stream().noneMatch(n -> n.name().equals(port.name()))
        && port.name()
            .filter(name -> named.contains(name) || context.targets().contains(new YamlText(name)))
            .isPresent();
  }
}
