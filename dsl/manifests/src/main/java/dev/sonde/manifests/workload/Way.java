package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node, and how it was reached: what lies behind an alias stands elsewhere and may be shared.
 *
 * @param node never an alias
 * @param mappings the mappings on the way, innermost first
 * @param aliases the aliases on the way
 */
record Way(Node node, List<MappingNode> mappings, List<AliasNode> aliases) {

  static Way from(Node root) {
    return new Way(root, List.of(), List.of());
  }

  Optional<Way> field(String name) {
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    Optional<Entry> own = mapping.entry(name);
    if (own.isPresent()) {
      return Optional.of(into(mapping, own.get().value()));
    }
    return mapping.entry(MappingNode.MERGE_KEY).isPresent()
        ? merged(mapping, name)
        : Optional.empty();
  }

  private Optional<Way> merged(MappingNode mapping, String name) {
    return mapping.entries().stream()
        .filter(entry -> entry.isNamed(MappingNode.MERGE_KEY))
        .flatMap(entry -> sources(into(mapping, entry.value())))
        .flatMap(source -> source.field(name).stream())
        .findFirst();
  }

  private static Stream<Way> sources(Way merge) {
    return merge.node instanceof SequenceNode ? merge.items().stream() : Stream.of(merge);
  }

  Optional<Way> fields(List<String> names) {
    Optional<Way> way = Optional.of(this);
    for (String name : names) {
      way = way.flatMap(here -> here.field(name));
    }
    return way;
  }

  List<Way> items() {
    return node instanceof SequenceNode list
        ? list.items().stream().map(item -> new Way(item, mappings, aliases).resolved()).toList()
        : List.of();
  }

  private Way into(MappingNode mapping, Node value) {
    List<MappingNode> more = new ArrayList<>();
    more.add(mapping);
    more.addAll(mappings);
    return new Way(value, more, aliases).resolved();
  }

  private Way resolved() {
    if (!(node instanceof AliasNode alias)) {
      return this;
    }
    List<AliasNode> more = new ArrayList<>(aliases);
    more.add(alias);
    return new Way(alias.target(), mappings, more);
  }
}
