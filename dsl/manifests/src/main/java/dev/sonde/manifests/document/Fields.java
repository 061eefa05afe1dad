package dev.sonde.manifests.document;

import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.rules.DecodeRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields of one map by their types and remembers which ones there can be. */
final class Fields {

  private final MappingNode map;
  private final String owner;
  private final Mistakes mistakes;
  private final Set<String> known = new TreeSet<>();

  Fields(MappingNode map, String owner, Mistakes mistakes) {
    this.map = map;
    this.owner = owner;
    this.mistakes = mistakes;
  }

  Optional<String> text(String name) {
    Optional<Node> node = node(name);
    if (node.isPresent()) {
      if (node.get() instanceof ScalarNode scalar && scalar.type() == ScalarType.STRING) {
        return Optional.of(scalar.text());
      }
      mistakes.wrongType(
          node.get(), name(name), "text; put quotes around what is not read as text");
    }
    return Optional.empty();
  }

  OptionalInt int32(String name) {
    OptionalLong number = integer(name);
    if (number.isPresent() && number.getAsLong() != (int) number.getAsLong()) {
      tooLarge(name);
      return OptionalInt.empty();
    }
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  OptionalLong integer(String name) {
    Optional<Node> node = node(name);
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!(node.get() instanceof ScalarNode scalar && scalar.type() == ScalarType.INTEGER)) {
      mistakes.wrongType(node.get(), name(name), "a whole number, without quotes and unit");
      return OptionalLong.empty();
    }
    if (scalar.integer().isEmpty()) {
      tooLarge(name);
    }
    return scalar.integer();
  }

  private void tooLarge(String name) {
    mistakes.add(
        map.entry(name).map(entry -> entry.value().start()).orElse(map.start()),
        DecodeRules.NUMBER_RANGE.id(),
        name(name) + " is larger than Kubernetes can hold.",
        "Write a smaller number.");
  }

  Optional<MappingNode> map(String name) {
    Optional<Node> node = node(name);
    if (node.isPresent()) {
      if (node.get() instanceof MappingNode found) {
        return Optional.of(found);
      }
      mistakes.wrongType(node.get(), name(name), "a map of fields");
    }
    return Optional.empty();
  }

  List<Node> list(String name) {
    Optional<Node> node = node(name);
    if (node.isPresent()) {
      if (node.get() instanceof SequenceNode found) {
        return found.items();
      }
      mistakes.wrongType(node.get(), name(name), "a list");
    }
    return List.of();
  }

  /** The value of a field; one that is null counts as not written, as it does for Kubernetes. */
  Optional<Node> node(String name) {
    known.add(name);
    return map.get(name)
        .filter(node -> !(node instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL));
  }

  /** To be called when all fields that there can be have been asked for. */
  void refuseOthers() {
    for (Entry entry : map.entries()) {
      String name = entry.key().resolved() instanceof ScalarNode key ? key.text() : "?";
      if (!known.contains(name) && !name.equals("<<")) {
        mistakes.add(
            entry.key().start(),
            DecodeRules.UNKNOWN_FIELD.id(),
            "field \"" + name + "\" of " + owner + " is not known here.",
            "Known are " + String.join(", ", known) + ".");
      }
    }
  }

  private String name(String field) {
    return field + " of " + owner;
  }
}
