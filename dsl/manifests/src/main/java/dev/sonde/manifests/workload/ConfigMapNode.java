package dev.sonde.manifests.workload;

import dev.sonde.manifests.decode.JsonField;
import dev.sonde.manifests.decode.JsonObject;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ConfigMap as it is in a manifest.
 *
 * @param name its {@code metadata.name}
 * @param namespace its {@code metadata.namespace}
 * @param data what it holds, by key
 */
public record ConfigMapNode(String name, Optional<String> namespace, Map<String, Entry> data) {

  /**
   * A value of it.
   *
   * @param text the value
   * @param place where its key is
   */
  public record Entry(String text, ManifestPlace place) {}

  /** Copies the map, so that the value stays what it was. */
  public ConfigMapNode {
    data = Map.copyOf(data);
  }

  /**
   * {@return the ConfigMaps of a document, also of one that is a list}
   *
   * @param file the file's name
   * @param number the document in the file, from 1
   * @param source the file's text
   * @param document the document
   */
  public static List<ConfigMapNode> of(
      String file, int number, SourceText source, YamlDocument document) {
    return TypedObject.of(NodePath.from(document.root()))
        .objects()
        .filter(object -> object.kind().equals("ConfigMap") && object.apiVersion().equals("v1"))
        .flatMap(object -> read(object, file, number, source).stream())
        .toList();
  }

  private static Optional<ConfigMapNode> read(
      TypedObject object, String file, int number, SourceText source) {
    JsonReader fields = JsonReader.of(object.way().node());
    JsonReader metadata = fields.at(List.of("metadata"));
    Map<String, Entry> data = new LinkedHashMap<>();
    if (fields.collection("data").orElse(null) instanceof MappingNode mapping) {
      for (JsonField field : JsonObject.of(mapping).fields()) {
        if (field.value() instanceof ScalarNode scalar) {
          ManifestPlace place = ManifestPlace.at(file, number, source, field.key().start());
          data.put(field.name(), new Entry(scalar.text(), place));
        }
      }
    }
    return metadata
        .text("name")
        .map(name -> new ConfigMapNode(name, metadata.text("namespace"), data));
  }
}
