package dev.sonde.kubelet.internal.report.previous;

import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.output.JsonPrinter;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as JSON: {@code apiVersion: sonde.dev/v1}, {@code kind: ProbesReport}, and {@code
 * statements}, one a line, each with {@code workload}, {@code container}, {@code subject} and
 * {@code value}. The form only ever grows.
 */
public final class ReportJson {

  private static final String KIND = "Report";

  private static final String REMEDY = "Name the JSON file that an earlier report wrote.";

  private ReportJson() {}

  /**
   * {@return all that a report says}
   *
   * @param report the report
   */
  public static String of(ProbesReport report) {
    return JsonPrinter.lines(
        json -> {
          json.writeStartObject();
          json.writeStringField("apiVersion", SondeDocument.API_VERSION);
          json.writeStringField("kind", KIND);
          json.writeArrayFieldStart("statements");
          for (ReportStatement statement : ReportStatements.of(report)) {
            json.writeStartObject();
            json.writeStringField("workload", statement.workload());
            json.writeStringField("container", statement.container());
            json.writeStringField("subject", statement.subject());
            json.writeStringField("value", statement.value());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /**
   * {@return what the report in a file says}
   *
   * @param file a file that {@link #of} wrote, of this or an earlier version
   * @throws IOException if it cannot be read
   * @throws UnreadableDocumentException if it holds no report
   */
  public static List<ReportStatement> read(Path file) throws IOException {
    SondeDocument document =
        SondeDocument.generated(file.toString(), BoundedBytes.of(file), KIND, REMEDY);
    List<ReportStatement> statements =
        JsonReader.of(document.root()).list("statements", ReportJson::statement);
    document.mistakes().throwIfAny();
    return statements;
  }

  private static ReportStatement statement(YamlTreeNode node) {
    JsonReader fields = JsonReader.of(node);
    return new ReportStatement(
        fields.text("workload").orElse(""),
        fields.text("container").orElse(""),
        fields.text("subject").orElse(""),
        fields.text("value").orElse(""));
  }
}
