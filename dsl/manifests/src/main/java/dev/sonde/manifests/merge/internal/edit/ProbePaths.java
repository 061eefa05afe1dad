package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways to the fields of a probe, such as {@code livenessProbe.httpGet.port}. */
final class ProbePaths {

  private ProbePaths() {}

  static List<String> append(List<String> path, String field) {
    List<String> longer = new ArrayList<>(path);
    longer.add(field);
    return longer;
  }

  static String text(String probe, List<String> path) {
    return path.isEmpty() ? probe : probe + "." + String.join(".", path);
  }

  /**
   * {@return the fields at and below a path that hold a value} A handler is none, its fields are; a
   * list is a value as a whole.
   */
  static Map<String, YamlNode> leaves(String path, YamlNode value) {
    Map<String, YamlNode> leaves = new LinkedHashMap<>();
    add(path, value, leaves);
    return leaves;
  }

  /** {@return the fields in their mappings again} */
  static YamlMap tree(Map<String, YamlNode> leaves) {
    Map<String, Map<String, YamlNode>> inner = new LinkedHashMap<>();
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    leaves.forEach(
        (leaf, value) -> {
          int dot = leaf.indexOf('.');
          if (dot < 0) {
            fields.put(leaf, value);
          } else {
            inner
                .computeIfAbsent(leaf.substring(0, dot), name -> new LinkedHashMap<>())
                .put(leaf.substring(dot + 1), value);
          }
        });
    inner.forEach((name, below) -> fields.put(name, tree(below)));
    return new YamlMap(fields);
  }

  private static void add(String path, YamlNode value, Map<String, YamlNode> leaves) {
    if (value instanceof YamlMap map && !map.isEmpty()) {
      map.entries().forEach((name, inner) -> add(path + "." + name, inner, leaves));
    } else {
      leaves.put(path, value);
    }
  }
}
