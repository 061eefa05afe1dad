package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping as it arrives at the API server. A key that is twice counts with its last value. A
 * merge key ({@code <<}) acts where it is: what comes before it is overwritten, what comes after it
 * overwrites.
 *
 * @param fields the fields, each name once
 */
public record JsonObject(List<JsonField> fields) {

  /** Below it, looking through all fields costs less than a map. */
  private static final int FEW = 12;

  /**
   * {@return what a mapping comes to}
   *
   * @param mapping as it is written
   */
  public static JsonObject of(MappingNode mapping) {
    List<MappingEntry> entries = mapping.entries();
    List<JsonField> fields = new ArrayList<>(entries.size());
    for (MappingEntry entry : entries) {
      if (entries.size() > FEW || isMerge(entry.key())) {
        return merged(mapping);
      }
      put(fields, field(entry));
    }
    return new JsonObject(fields);
  }

  /**
   * {@return the fields as JSON has them, a name that is twice with both values} Go decodes both,
   * one after the other.
   */
  static List<JsonField> asWritten(MappingNode mapping) {
    return mapping.entries().stream().map(JsonObject::field).toList();
  }

  /**
   * {@return the field of that name, if it is there}
   *
   * @param name the key as JSON has it
   */
  public Optional<JsonField> field(String name) {
    for (JsonField field : fields) {
      if (field.name().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the value of the field of that name, aliases followed, if it is there}
   *
   * @param name the key as JSON has it
   */
  public Optional<YamlTreeNode> get(String name) {
    return field(name).map(JsonField::value);
  }

  static boolean isMerge(YamlTreeNode key) {
    return key.resolved() instanceof ScalarNode scalar && scalar.isMergeKey();
  }

  private static JsonField field(MappingEntry entry) {
    String name =
        entry.key().resolved() instanceof ScalarNode scalar ? JsonScalars.key(scalar) : "";
    return new JsonField(name, entry.key(), entry.value().resolved());
  }

  private static void put(List<JsonField> fields, JsonField field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field.name())) {
        fields.set(i, field);
        return;
      }
    }
    fields.add(field);
  }

  private static JsonObject merged(MappingNode mapping) {
    Map<String, JsonField> fields = new LinkedHashMap<>();
    merge(mapping, fields);
    return new JsonObject(List.copyOf(fields.values()));
  }

  private static void merge(MappingNode mapping, Map<String, JsonField> fields) {
    for (MappingEntry entry : mapping.entries()) {
      if (isMerge(entry.key())) {
        mergeSource(entry.value().resolved(), fields);
      } else {
        JsonField field = field(entry);
        fields.put(field.name(), field);
      }
    }
  }

  private static void mergeSource(YamlTreeNode source, Map<String, JsonField> fields) {
    if (source instanceof MappingNode mapping) {
      merge(mapping, fields);
    } else if (source instanceof SequenceNode sequence) {
      // The first of several has the last word.
      for (int i = sequence.items().size() - 1; i >= 0; i--) {
        mergeSource(sequence.items().get(i).resolved(), fields);
      }
    }
  }
}
