package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.WorkloadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of a Helm chart as if each mapping in them were a workload with one container:
 * it is named by the way to it, such as {@code backend.api}, and probes may go into it.
 */
public final class ValuesReader {

  /** What such a mapping is called in place of a workload's kind. */
  public static final String KIND = "Values";

  private static final int DEEPEST = 6;

  private ValuesReader() {}

  /**
   * {@return the name by which a mapping of values is found}
   *
   * @param path the way to it
   */
  public static ContainerRef reference(ValuesPath path) {
    return new ContainerRef(
        Optional.empty(), new WorkloadRef(Optional.of(KIND), Optional.of(path.toString())));
  }

  /**
   * {@return the mappings, in order; empty ones and those behind an alias of another are left out}
   *
   * @param document the values
   */
  public static List<WorkloadNode> read(YamlDocument document) {
    List<WorkloadNode> found = new ArrayList<>();
    add(NodePath.from(document.root()), ValuesPath.TOP, found);
    return found;
  }

  /**
   * {@return what is on the way to a mapping where only another mapping can, if anything does: in a
   * file that lies over others, it takes away what these have there}
   *
   * @param document the values
   * @param path the way, as {@link ValuesPath} writes it
   */
  public static Optional<YamlTreeNode> obstacle(YamlDocument document, String path) {
    NodePath way = NodePath.from(document.root());
    for (String key : ValuesPath.parse(path).keys()) {
      Optional<NodePath> next = way.field(key);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (!(next.get().node() instanceof MappingNode)) {
        return Optional.of(next.get().node());
      }
      way = next.get();
    }
    return Optional.empty();
  }

  private static void add(NodePath way, ValuesPath path, List<WorkloadNode> found) {
    if (!(way.node() instanceof MappingNode mapping) || mapping.entries().isEmpty()) {
      return;
    }
    found.add(workload(way, mapping, path));
    if (path.keys().size() == DEEPEST || !way.aliases().isEmpty()) {
      return;
    }
    for (MappingEntry entry : mapping.entries()) {
      if (entry.key() instanceof ScalarNode key && ValuesPath.KEY.matcher(key.text()).matches()) {
        way.field(key.text()).ifPresent(inner -> add(inner, path.then(key.text()), found));
      }
    }
  }

  private static WorkloadNode workload(NodePath way, MappingNode mapping, ValuesPath path) {
    ContainerNode container =
        new ContainerNode(
            ContainerKind.MAIN, mapping, Optional.empty(), 0, way.mappings(), way.aliases());
    return new WorkloadNode(
        new WorkloadKind(KIND, "", path.keys(), false),
        Optional.empty(),
        Optional.of(path.toString()),
        mapping,
        List.of(container));
  }
}
