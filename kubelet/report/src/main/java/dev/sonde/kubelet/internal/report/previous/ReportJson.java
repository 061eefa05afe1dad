package dev.sonde.kubelet.internal.report.previous;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.sonde.kubelet.internal.report.model.Report;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.Problem;
import dev.sonde.manifests.tree.YamlStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as JSON: {@code apiVersion: sonde.dev/v1}, {@code kind: Report}, and {@code statements},
 * one a line, each with {@code workload}, {@code container}, {@code subject} and {@code value}. The
 * form only ever grows.
 */
public final class ReportJson {

  private static final String API_VERSION = "sonde.dev/v1";
  private static final String KIND = "Report";

  /** A manifest may hold half a character, which UTF-8 cannot; so it is escaped. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ReportJson() {}

  /**
   * {@return all that a report says}
   *
   * @param report the report
   */
  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(
        "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"statements\":[".formatted(API_VERSION, KIND));
    String separator = "\n";
    for (Statement statement : Statements.of(report)) {
      text.append(separator).append(line(statement));
      separator = ",\n";
    }
    return text.append("\n]}\n").toString();
  }

  private static String line(Statement statement) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("workload", statement.workload());
      json.writeStringField("container", statement.container());
      json.writeStringField("subject", statement.subject());
      json.writeStringField("value", statement.value());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }

  /**
   * {@return what the report in a file says}
   *
   * @param file a file that {@link #of} wrote, of this or an earlier version
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if there is no such file, or it holds no report
   */
  public static List<Statement> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          file + ": there is no such file. Name the JSON file that an earlier report wrote.");
    }
    YamlStream stream = YamlStream.parse(Files.readAllBytes(file));
    if (!stream.problems().isEmpty()) {
      Problem problem = stream.problems().get(0);
      throw new IllegalArgumentException(file + ":" + problem.position() + ": " + problem.text());
    }
    if (stream.documents().size() != 1
        || !(stream.documents().get(0).root() instanceof MappingNode root)
        || !isReport(JsonReader.of(root))) {
      throw new IllegalArgumentException(
          file
              + ": it holds no report. Name the JSON file that an earlier report wrote, with"
              + " apiVersion: "
              + API_VERSION
              + " and kind: "
              + KIND
              + ".");
    }
    return JsonReader.of(root).list("statements", ReportJson::statement);
  }

  private static boolean isReport(JsonReader root) {
    return root.text("apiVersion").filter(API_VERSION::equals).isPresent()
        && root.text("kind").filter(KIND::equals).isPresent();
  }

  private static Statement statement(Node node) {
    JsonReader fields = JsonReader.of(node);
    return new Statement(
        fields.text("workload").orElse(""),
        fields.text("container").orElse(""),
        fields.text("subject").orElse(""),
        fields.text("value").orElse(""));
  }
}
