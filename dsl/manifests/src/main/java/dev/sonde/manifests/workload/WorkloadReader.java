package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the workloads of a document: the document itself, or the items of a list.
 *
 * @param kinds the kinds to look for
 */
public record WorkloadReader(WorkloadKinds kinds) {

  /** What to do with a {@linkplain #isFragment fragment}. */
  public static final String FRAGMENT_REMEDY =
      "Write apiVersion and kind into it, which JKube keeps, or take what JKube makes of it:"
          + " META-INF/jkube among the compiled classes.";

  /**
   * {@return the workloads, in order}
   *
   * @param document a document of any kind
   */
  public List<WorkloadNode> read(YamlDocument document) {
    return TypedObject.of(NodePath.from(document.root()))
        .objects()
        .flatMap(object -> workload(object).stream())
        .toList();
  }

  /**
   * {@return version and kind of a document, as in {@code example.com/v1/Worker}}
   *
   * @param document a document of any kind
   */
  public static Optional<String> kindOf(YamlDocument document) {
    NodePath root = NodePath.from(document.root());
    return text(root, "apiVersion").flatMap(v -> text(root, "kind").map(kind -> v + "/" + kind));
  }

  /**
   * Tells whether a document describes a pod and does not say of which kind: a fragment of JKube,
   * which takes the kind from the file's name.
   *
   * @param document a document of any kind
   */
  public static boolean isFragment(YamlDocument document) {
    NodePath root = NodePath.from(document.root());
    return text(root, "kind").isEmpty()
        && root.field("spec")
            .map(spec -> spec.fields(List.of("template", "spec")).orElse(spec))
            .flatMap(pod -> pod.field(ContainerKind.MAIN.listField()))
            .isPresent();
  }

  private Optional<WorkloadNode> workload(TypedObject object) {
    NodePath way = object.way();
    Optional<WorkloadKind> kind = kinds.of(object.apiVersion(), object.kind());
    if (kind.isEmpty() || !(way.node() instanceof MappingNode node)) {
      return Optional.empty();
    }
    Optional<NodePath> metadata = way.field("metadata");
    return Optional.of(
        new WorkloadNode(
            kind.get(),
            metadata.flatMap(data -> text(data, "namespace")),
            metadata.flatMap(data -> text(data, "name")),
            node,
            way.fields(kind.get().podSpecPath())
                .map(WorkloadReader::containers)
                .orElse(List.of())));
  }

  private static List<ContainerNode> containers(NodePath podSpec) {
    List<ContainerNode> containers = new ArrayList<>();
    for (ContainerKind kind :
        List.of(ContainerKind.INIT, ContainerKind.MAIN, ContainerKind.EPHEMERAL)) {
      podSpec.field(kind.listField()).ifPresent(list -> addAll(containers, kind, list));
    }
    return containers;
  }

  private static void addAll(List<ContainerNode> containers, ContainerKind kind, NodePath list) {
    List<NodePath> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      NodePath item = items.get(i);
      if (item.node() instanceof MappingNode node && list.node() instanceof SequenceNode sequence) {
        containers.add(
            new ContainerNode(
                role(kind, item), node, Optional.of(sequence), i, item.mappings(), item.aliases()));
      }
    }
  }

  private static ContainerKind role(ContainerKind kind, NodePath container) {
    boolean sidecar =
        kind == ContainerKind.INIT
            && text(container, "restartPolicy")
                .filter(ContainerSpec.RESTART_ALWAYS::equals)
                .isPresent();
    return sidecar ? ContainerKind.SIDECAR : kind;
  }

  private static Optional<String> text(NodePath way, String field) {
    return way.field(field).flatMap(value -> ContainerNode.text(value.node()));
  }
}
