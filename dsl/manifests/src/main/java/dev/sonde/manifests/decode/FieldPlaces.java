package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FieldPath.Field;
import dev.sonde.rules.FieldPath.Index;
import dev.sonde.rules.FieldPath.Segment;
import java.util.List;
import java.util.Optional;

/** From a field to the place where it is written, and back. */
public final class FieldPlaces {

  private FieldPlaces() {}

  /**
   * {@return what to point at for a field: its value if that is written on one line, else its key;
   * if the field is not written at all, the key of what it would be in}
   *
   * @param root the object
   * @param path the way to the field
   */
  public static YamlTreeNode of(YamlTreeNode root, FieldPath path) {
    YamlTreeNode shown = root;
    YamlTreeNode node = root.resolved();
    for (Segment segment : path.segments()) {
      if (segment instanceof Field field && node instanceof MappingNode mapping) {
        Optional<JsonField> found = JsonObject.of(mapping).field(field.name());
        if (found.isEmpty()) {
          return shown;
        }
        shown = found.get().key();
        node = found.get().value();
      } else if (segment instanceof Index step
          && node instanceof SequenceNode sequence
          && step.index() < sequence.items().size()) {
        shown = sequence.items().get(step.index());
        node = shown.resolved();
      } else {
        return shown;
      }
    }
    return isOnOneLine(node) ? node : shown;
  }

  /** What a field holds, aliases followed. */
  static Optional<YamlTreeNode> valueOf(YamlTreeNode root, FieldPath path) {
    Optional<YamlTreeNode> node = Optional.of(root.resolved());
    for (Segment segment : path.segments()) {
      node =
          segment instanceof Field field
                  && node.isPresent()
                  && node.get() instanceof MappingNode mapping
              ? JsonObject.of(mapping).get(field.name())
              : Optional.empty();
    }
    return node;
  }

  /** A value that begins below its key would put the reader into the middle of things. */
  private static boolean isOnOneLine(YamlTreeNode node) {
    return (node instanceof ScalarNode && node.start() < node.end())
        || (node instanceof MappingNode mapping && mapping.flow())
        || (node instanceof SequenceNode sequence && sequence.flow());
  }

  /**
   * {@return the way to the key or value that is written at an offset; as far as it can be
   * followed}
   *
   * @param root the object
   * @param offset in the text
   */
  public static FieldPath at(YamlTreeNode root, int offset) {
    FieldPath path = FieldPath.ROOT;
    YamlTreeNode node = root;
    while (true) {
      Optional<Step> step = stepTo(node, offset);
      if (step.isEmpty()) {
        return path;
      }
      path = step.get().from(path);
      node = step.get().below();
    }
  }

  /** The key or item that is written at an offset, or what is nearest around it. */
  static YamlTreeNode keyAt(YamlTreeNode root, int offset) {
    YamlTreeNode node = root;
    while (true) {
      Optional<Step> step = stepTo(node, offset);
      if (step.isEmpty()) {
        return node;
      }
      node = step.get().below();
    }
  }

  private record Step(Segment segment, YamlTreeNode below) {
    FieldPath from(FieldPath path) {
      return path.then(new FieldPath(List.of(segment)));
    }
  }

  private static Optional<Step> stepTo(YamlTreeNode node, int offset) {
    if (node instanceof MappingNode mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (offset >= entry.key().start()
            && offset < Math.max(entry.value().end(), entry.key().end())) {
          return Optional.of(new Step(new Field(name(entry.key())), below(entry, offset)));
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        YamlTreeNode item = sequence.items().get(i);
        if (offset >= item.start() && offset < item.end()) {
          return Optional.of(new Step(new Index(i), item));
        }
      }
    }
    return Optional.empty();
  }

  /** A key has nothing below it; standing for it, it ends the search. */
  private static YamlTreeNode below(MappingEntry entry, int offset) {
    return offset < entry.key().end() ? entry.key() : entry.value();
  }

  private static String name(YamlTreeNode key) {
    return key.resolved() instanceof ScalarNode scalar ? JsonScalars.key(scalar) : "";
  }
}
