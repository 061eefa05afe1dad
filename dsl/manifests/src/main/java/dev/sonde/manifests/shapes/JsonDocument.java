package dev.sonde.manifests.shapes;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sonde.manifests.output.JsonPrinter;
import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Nodes as JSON. */
final class JsonDocument {

  private JsonDocument() {}

  static String of(YamlNode node) {
    StringBuilder text = new StringBuilder();
    try {
      JsonPrinter.write(text, json -> write(json, node));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, YamlNode node) throws IOException {
    if (node instanceof YamlMap map) {
      json.writeStartObject();
      for (Map.Entry<String, YamlNode> entry : map.entries().entrySet()) {
        json.writeFieldName(entry.getKey());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (node instanceof YamlList list) {
      json.writeStartArray();
      for (YamlNode item : list.items()) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (node instanceof YamlText text) {
      json.writeString(text.value());
    } else if (node instanceof YamlNumber number) {
      json.writeNumber(number.value());
    } else if (node instanceof YamlBoolean flag) {
      json.writeBoolean(flag.value());
    } else {
      json.writeNull();
    }
  }
}
