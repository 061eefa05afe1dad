package dev.sonde.manifests.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Findings as JSON: an array with an object for each, in order. The shape is documented for users
 * and only ever grows.
 */
public final class JsonReport {

  private JsonReport() {}

  /**
   * Writes the findings.
   *
   * @param findings what to write
   * @param out takes JSON, ending with a line break
   * @throws IOException if {@code out} fails
   */
  public static void write(List<PlacedFinding> findings, Appendable out) throws IOException {
    JsonPrinter.write(
        out,
        json -> {
          json.writeStartArray();
          for (PlacedFinding finding : findings) {
            write(finding, json);
          }
          json.writeEndArray();
        });
  }

  private static void write(PlacedFinding placed, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", placed.finding().ruleId());
    json.writeStringField("kind", placed.finding().kind().word());
    json.writeStringField("severity", placed.finding().severity().word());
    json.writeStringField("file", placed.file());
    json.writeNumberField("document", placed.document());
    json.writeNumberField("line", placed.position().line());
    json.writeNumberField("column", placed.position().column());
    json.writeStringField("fieldPath", placed.finding().fieldPath().toString());
    json.writeStringField("message", placed.finding().message());
    json.writeStringField("remedy", placed.finding().remedy());
    json.writeEndObject();
  }
}
