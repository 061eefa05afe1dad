package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** With {@code --quiet} a command prints what it finds, and the same exit code comes out. */
class QuietTest {

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: orders
      readinessProbe:
        httpGet: {path: /readyz, port: 8081}
      """;

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders}
      spec:
        selector: {matchLabels: {app: orders}}
        template:
          metadata: {labels: {app: orders}}
          spec:
            containers:
              - name: orders
                image: orders:1
                ports: [{containerPort: 8081}]
                readinessProbe:
                  httpGet:
                    path: /readyz
                    port: 8081
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("probes.yaml"), PROBES);
    Files.writeString(folder.resolve("good.yaml"), MANIFEST);
    Files.writeString(folder.resolve("bad.yaml"), MANIFEST.replace("/readyz", "/ready"));
    Files.writeString(folder.resolve("none.yaml"), MANIFEST.replace("name: orders", "name: x"));
    Files.writeString(folder.resolve("refused.yaml"), MANIFEST.replace("port: 8081", "port: 0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint DIR/good.yaml",
        "check --probes DIR/probes.yaml DIR/good.yaml",
        "merge --probes DIR/probes.yaml DIR/bad.yaml",
        "adopt --package shop --output DIR/java DIR/good.yaml",
        "generate --probes DIR/probes.yaml --output DIR/shapes",
        "report --html DIR/report.html DIR/good.yaml"
      })
  void printsNothingWhereNothingIsFound(String command) {
    assertThat(run(command + " --quiet")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
    assertThat(run(command.replace("adopt", "adopt --force"))).isZero();
    assertThat(out.toString()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lint DIR/refused.yaml|[port-range]|error, ",
        "lint DIR/refused.yaml|[port-range]|Explain a rule with: sonde explain RULE",
        "check --probes DIR/probes.yaml DIR/bad.yaml|[drift-different]|Repair them with",
        "merge --probes DIR/probes.yaml DIR/none.yaml|[merge-container-missing]|Nothing was",
        "adopt --package shop --output DIR/java DIR/refused.yaml|[port-range]|Nothing was"
      })
  void printsFindingsAndKeepsTheExitCode(String command, String finding, String note) {
    int code = run(command);
    assertThat(code).isNotZero();
    assertThat(out.toString()).contains(finding).contains(note);
    assertThat(run(command + " -q")).isEqualTo(code);
    assertThat(out.toString()).contains(finding).doesNotContain(note);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif"})
  void changesNothingForMachines(String format) {
    String command = "lint --format " + format + " DIR/refused.yaml";
    assertThat(run(command)).isEqualTo(1);
    String all = out.toString();
    assertThat(run(command + " -q")).isEqualTo(1);
    assertThat(out).hasToString(all);
  }

  @Test
  void stillSaysWhatCannotBeRead() {
    assertThat(run("check -q --probes DIR/nowhere.yaml DIR/good.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere.yaml");
  }

  private int run(String command) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commandLine = Sonde.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(command.replace("DIR", folder.toString()).split(" "));
  }
}
