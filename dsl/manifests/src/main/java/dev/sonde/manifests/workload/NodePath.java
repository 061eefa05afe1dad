package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node, and how it was reached: what lies behind an alias is elsewhere and may be shared.
 *
 * @param node never an alias
 * @param mappings the mappings on the way, innermost first
 * @param aliases the aliases on the way
 */
record NodePath(YamlTreeNode node, List<MappingNode> mappings, List<AliasNode> aliases) {

  static NodePath from(YamlTreeNode root) {
    return new NodePath(root, List.of(), List.of());
  }

  Optional<NodePath> field(String name) {
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    Optional<MappingEntry> own = mapping.entry(name);
    if (own.isPresent()) {
      return Optional.of(into(mapping, own.get().value()));
    }
    return mapping.entry(MappingNode.MERGE_KEY).isPresent()
        ? merged(mapping, name)
        : Optional.empty();
  }

  private Optional<NodePath> merged(MappingNode mapping, String name) {
    return mapping.entries().stream()
        .filter(entry -> entry.isNamed(MappingNode.MERGE_KEY))
        .flatMap(entry -> sources(into(mapping, entry.value())))
        .flatMap(source -> source.field(name).stream())
        .findFirst();
  }

  private static Stream<NodePath> sources(NodePath merge) {
    return merge.node instanceof SequenceNode ? merge.items().stream() : Stream.of(merge);
  }

  Optional<NodePath> fields(List<String> names) {
    Optional<NodePath> way = Optional.of(this);
    for (String name : names) {
      way = way.flatMap(here -> here.field(name));
    }
    return way;
  }

  List<NodePath> items() {
    return node instanceof SequenceNode list
        ? list.items().stream()
            .map(item -> new NodePath(item, mappings, aliases).resolved())
            .toList()
        : List.of();
  }

  private NodePath into(MappingNode mapping, YamlTreeNode value) {
    List<MappingNode> more = new ArrayList<>();
    more.add(mapping);
    more.addAll(mappings);
    return new NodePath(value, more, aliases).resolved();
  }

  private NodePath resolved() {
    if (!(node instanceof AliasNode alias)) {
      return this;
    }
    List<AliasNode> more = new ArrayList<>(aliases);
    more.add(alias);
    return new NodePath(alias.target(), mappings, more);
  }
}
