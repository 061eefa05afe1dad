package dev.sonde.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sonde.manifests.shapes.StrategicMergePatch;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.io.StringWriter;

/** Reads a manifest as objects, changes them, and writes them again. */
final class JacksonRoundTrip implements RoundTrips.Tool {

  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

  @Override
  public String apply(String manifest, ProbeSet probes) throws IOException {
    JsonNode patch = yaml.readTree(StrategicMergePatch.of(probes));
    StringWriter out = new StringWriter();
    try (MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class).readValues(manifest);
        SequenceWriter writer = yaml.writer().writeValues(out)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (isOf(document, patch)) {
          merge((ObjectNode) container(document), container(patch));
        }
        writer.write(document);
      }
    }
    return out.toString();
  }

  private static boolean isOf(JsonNode document, JsonNode patch) {
    return document.at("/kind").equals(patch.at("/kind"))
        && document.at("/metadata/name").equals(patch.at("/metadata/name"));
  }

  private static JsonNode container(JsonNode workload) {
    return workload.at("/spec/template/spec/containers/0");
  }

  private static void merge(ObjectNode fields, JsonNode patch) {
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode have = fields.get(field.getKey());
              if (field.getValue().isNull()) {
                fields.remove(field.getKey());
              } else if (have instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
              } else {
                fields.set(field.getKey(), withoutNulls(field.getValue()));
              }
            });
  }

  private static JsonNode withoutNulls(JsonNode value) {
    JsonNode copy = value.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.properties().removeIf(field -> field.getValue().isNull());
    }
    return copy;
  }
}
