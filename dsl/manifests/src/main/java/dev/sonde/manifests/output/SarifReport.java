package dev.sonde.manifests.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.util.List;

/** Findings in SARIF 2.1.0, the form in which code review takes them. */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final String RULES_PAGE = "https://sonde.dev/rules#";

  private final String toolVersion;
  private final boolean complete;

  /**
   * Prepares for one run.
   *
   * @param toolVersion the version of Sonde
   * @param complete whether each file could be read
   */
  public SarifReport(String toolVersion, boolean complete) {
    this.toolVersion = toolVersion;
    this.complete = complete;
  }

  /**
   * Writes the findings as one run.
   *
   * @param findings what to write
   * @param out takes JSON, ending with a line break
   * @throws IOException if {@code out} fails
   */
  public void write(List<PlacedFinding> findings, Appendable out) throws IOException {
    JsonPrinter.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringField("$schema", SCHEMA);
          json.writeStringField("version", "2.1.0");
          json.writeArrayFieldStart("runs");
          run(findings, json);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void run(List<PlacedFinding> findings, JsonGenerator json) throws IOException {
    json.writeStartObject();
    tool(json);
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", complete);
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayFieldStart("results");
    for (PlacedFinding finding : findings) {
      result(finding, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Sonde");
    json.writeStringField("version", toolVersion);
    json.writeArrayFieldStart("rules");
    for (Rule rule : RuleCatalogue.all()) {
      rule(rule, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void rule(Rule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    text("shortDescription", rule.summary(), json);
    text("fullDescription", (rule.summary() + " " + rule.why()).strip(), json);
    json.writeStringField("helpUri", helpUri(rule));
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The page has a heading for each rule, but one table for those of Java. */
  private static String helpUri(Rule rule) {
    return RULES_PAGE + (rule.kind() == FindingKind.JAVA ? "what-only-java-can-tell" : rule.id());
  }

  private static void result(PlacedFinding placed, JsonGenerator json) throws IOException {
    Finding finding = placed.finding();
    json.writeStartObject();
    json.writeStringField("ruleId", finding.ruleId());
    json.writeNumberField("ruleIndex", RuleCatalogue.all().indexOf(finding.rule()));
    json.writeStringField("level", level(finding.severity()));
    text("message", finding.message() + " " + finding.remedy(), json);
    json.writeArrayFieldStart("locations");
    location(placed, json);
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeStringField("kind", finding.kind().word());
    json.writeNumberField("document", placed.document());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void location(PlacedFinding placed, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", FileUri.of(placed.file()));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", placed.position().line());
    json.writeNumberField("startColumn", placed.position().column());
    json.writeEndObject();
    json.writeEndObject();
    String path = placed.finding().fieldPath().toString();
    if (!path.isEmpty()) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      json.writeStringField("fullyQualifiedName", path);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void text(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
