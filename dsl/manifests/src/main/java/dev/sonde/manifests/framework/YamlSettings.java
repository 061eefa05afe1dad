package dev.sonde.manifests.framework;

import dev.sonde.manifests.decode.JsonField;
import dev.sonde.manifests.decode.JsonObject;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads YAML, and JSON, as settings with dots between the names of fields. Used once. */
final class YamlSettings {

  private final String file;
  private final SourceText source;
  private final List<Setting> settings = new ArrayList<>();

  private YamlSettings(String file, SourceText source) {
    this.file = file;
    this.source = source;
  }

  /**
   * {@return the documents}
   *
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if one is broken
   */
  static List<ConfigurationDocument> read(String file, byte[] bytes) {
    YamlStream stream = YamlStream.parse(bytes);
    Mistakes mistakes = Mistakes.in(file, stream);
    List<ConfigurationDocument> documents = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      YamlSettings reader = new YamlSettings(file, stream.source());
      if (document.root() instanceof MappingNode) {
        reader.add("", document.root(), document.root());
      } else if (!isNull(document.root())) {
        mistakes.add(
            document.root().start(),
            FrameworkRules.SYNTAX.finding(
                FieldPath.ROOT, "this is no map of settings.", "Write names with values."));
      }
      documents.add(new ConfigurationDocument(reader.settings));
    }
    mistakes.throwIfAny();
    return documents;
  }

  /** What a setting says that is JSON itself. */
  static EffectiveSettings.Layer layer(Setting json) {
    try {
      return new EffectiveSettings.Layer(
          read(json.name(), json.value().getBytes(StandardCharsets.UTF_8)).stream()
              .flatMap(document -> document.settings().stream())
              .map(setting -> new Setting(setting.name(), setting.value(), json.place()))
              .toList(),
          false);
    } catch (UnreadableDocumentException broken) {
      throw new SettingException(
          json.finding(
              FrameworkRules.SYNTAX,
              json.name() + " cannot be read: " + broken.mistakes().get(0).finding().message(),
              "Write a JSON object."));
    }
  }

  private static boolean isNull(YamlTreeNode node) {
    return node instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
  }

  private void add(String name, YamlTreeNode at, YamlTreeNode node) {
    if (node instanceof MappingNode mapping) {
      for (JsonField field : JsonObject.of(mapping).fields()) {
        add(name.isEmpty() ? field.name() : name + "." + field.name(), field.key(), field.value());
      }
    } else if (node instanceof SequenceNode sequence) {
      List<YamlTreeNode> items = sequence.items();
      for (int i = 0; i < items.size(); i++) {
        add(name + "[" + i + "]", items.get(i), items.get(i).resolved());
      }
    } else if (node instanceof ScalarNode scalar) {
      settings.add(new Setting(name, value(scalar), ManifestPlace.at(file, 1, source, at.start())));
    }
  }

  /** As SnakeYAML reads it: {@code yes} without quotes is true. */
  private static String value(ScalarNode scalar) {
    return switch (scalar.type()) {
      case NULL -> "";
      case BOOLEAN -> String.valueOf(scalar.isTrue());
      case INTEGER ->
          scalar.integer().isPresent()
              ? String.valueOf(scalar.integer().getAsLong())
              : scalar.text();
      default -> scalar.text();
    };
  }
}
