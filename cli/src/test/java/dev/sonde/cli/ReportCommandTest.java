package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String pod = "";

  @BeforeEach
  void writePod() throws IOException {
    pod =
        Files.writeString(
                folder.resolve("pod.yaml"),
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - name: web
                      image: web
                      readinessProbe: {httpGet: {port: 8080}, periodSeconds: 5}
                """)
            .toString();
  }

  private int report(String... arguments) {
    out.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 1];
    all[0] = "report";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandLine commandLine = Sonde.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(all);
  }

  @Test
  void printsMarkdownWhereNoFileIsNamed() {
    assertThat(report(pod)).isZero();
    assertThat(out.toString()).startsWith("# Probe report\n").contains("## Pod web");
  }

  @Test
  void writesEachFormThatIsNamedAndComparesWithTheOneBefore() throws IOException {
    Path json = folder.resolve("new/report.json");
    assertThat(report(pod, "--json", json.toString())).isZero();
    assertThat(out.toString()).startsWith("1 workload, 1 container; ");
    Path file = Path.of(pod);
    Files.writeString(file, Files.readString(file).replace("periodSeconds: 5", "periodSeconds: 7"));
    Path html = folder.resolve("report.html");
    Path markdown = folder.resolve("report.md");
    assertThat(
            report(
                pod,
                "--previous",
                json.toString(),
                "--html",
                html.toString(),
                "--markdown",
                markdown.toString()))
        .isZero();
    assertThat(Files.readString(html)).contains("<del>5 (manifest)</del>");
    assertThat(Files.readString(markdown)).contains("| `5 (manifest)` | `7 (manifest)` |");
  }

  @Test
  void reportsOnProbesAsTheyAreInAnEnvironment() throws IOException {
    Path probes =
        Files.writeString(
            folder.resolve("orders.yaml"),
            """
            apiVersion: sonde.dev/v1
            kind: ProbeSet
            container: orders
            livenessProbe: {httpGet: {port: 8080}, periodSeconds: 5}
            """);
    Path overrides =
        Files.writeString(
            folder.resolve("overrides.yaml"),
            """
            apiVersion: sonde.dev/v1
            kind: Overrides
            environments:
              prod:
                - container: orders
                  livenessProbe: {periodSeconds: 20}
            """);
    Path html = folder.resolve("report.html");
    assertThat(
            report(
                "--probes",
                probes.toString(),
                "--environment",
                "prod",
                "--overrides",
                overrides.toString(),
                "--html",
                html.toString()))
        .isZero();
    assertThat(Files.readString(html))
        .contains(
            "<span class=\"origin\">override</span> <small>prod, " + overrides + ":6</small>");
    assertThat(report("--probes", probes.toString(), "--overrides", overrides.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains(overrides + ": overrides are named, and no environment.");
  }

  @Test
  void failsWhereAFileCannotBeRead() throws IOException {
    Path odd = Files.write(folder.resolve("odd.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    for (String unread : List.of(odd.toString(), folder.resolve("nowhere.yaml").toString())) {
      assertThat(report(pod, unread)).isEqualTo(2);
      assertThat(out.toString()).contains("## Pod web").contains("- **error** `").contains(unread);
    }
  }

  @Test
  void refusesToReportOnNothing() {
    assertThat(report()).isEqualTo(2);
    assertThat(err.toString()).contains("Nothing to report on.");
  }

  @Test
  void saysWhatIsWrongWithThePreviousReport() {
    assertThat(report(pod, "--previous", "nowhere.json")).isEqualTo(2);
    assertThat(report(pod, "--previous", pod)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "sonde: nowhere.json: [file-unreadable] there is no such file.",
            "sonde: " + pod + ":1:13: [document-version]",
            "Name the JSON file that an earlier report wrote.");
  }

  @Test
  void writesAFormToTheStandardOutput() throws IOException {
    Path json = folder.resolve("report.json");
    assertThat(report(pod, "--markdown", "-", "--json", json.toString())).isZero();
    assertThat(out.toString()).startsWith("#");
    assertThat(Files.readString(json)).startsWith("{\"apiVersion\":\"sonde.dev/v1\"");
    assertThat(Path.of("-")).doesNotExist();
    assertThat(report(pod, "--markdown", "-", "--html", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("Only one form of the report");
  }
}
