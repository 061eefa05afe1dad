package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** All commands with settings take them from {@code .sonde.yaml}. */
class ProjectFileCommandsTest {

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: orders
      workload: {kind: Deployment, name: orders}
      readinessProbe:
        tcpSocket: {port: 8080}
        periodSeconds: 10
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
                ports: [{containerPort: 8080}]
                readinessProbe:
                  tcpSocket: {port: 8080}
                  periodSeconds: 7
      """;

  private static final String PROJECT =
      """
      apiVersion: sonde.dev/v1
      kind: Project
      ignore:
        liveness-missing: It ends itself.
      severities:
        startup-missing: error
      exclude: [k8s/charts]
      environment: prod
      overrides: env.yaml
      """;

  private static final String OVERRIDES =
      """
      apiVersion: sonde.dev/v1
      kind: Overrides
      environments:
        prod: [{container: orders, readinessProbe: {periodSeconds: 7}}]
        dev: [{container: orders, readinessProbe: {periodSeconds: 8}}]
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path project;
  private Path k8s;
  private Path probes;

  @BeforeEach
  void write() throws IOException {
    project = Files.writeString(folder.resolve(".sonde.yaml"), PROJECT);
    probes = Files.writeString(folder.resolve("probes.yaml"), PROBES);
    Files.writeString(folder.resolve("env.yaml"), OVERRIDES);
    k8s = Files.createDirectories(folder.resolve("k8s"));
    Files.writeString(k8s.resolve("orders.yaml"), MANIFEST);
    Files.writeString(
        Files.createDirectories(k8s.resolve("charts")).resolve("values.yaml"), "a: [\n");
  }

  @Test
  void lintTakesRulesAndPaths() {
    assertThat(run("lint", k8s)).isZero();
    assertThat(out.toString()).doesNotContain("liveness-missing", "charts");
    assertThat(err.toString()).isEqualTo("Settings of " + project + ".\n");

    assertThat(run("lint", "--no-project", k8s)).isEqualTo(1);
    assertThat(out.toString()).contains("charts/values.yaml:");
    assertThat(err.toString()).isEmpty();

    run("lint", "--severity", "liveness-missing=error", k8s);
    assertThat(out.toString()).doesNotContain("charts");
  }

  @Test
  void quietTakesThemWithoutAWord() {
    assertThat(run("lint", "--quiet", k8s)).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void optionsTakeThePlaceOfSettings() {
    assertThat(run("lint", "--exclude", "orders.yaml", k8s)).isEqualTo(1);
    assertThat(out.toString()).contains("charts/values.yaml:").doesNotContain("orders.yaml");
  }

  @Test
  void checkAndMergeTakeEnvironmentAndPaths() {
    assertThat(run("check", "--probes", probes, k8s)).isZero();
    assertThat(run("check", "--probes", probes, "--environment", "dev", k8s)).isEqualTo(1);
    assertThat(out.toString()).contains("wanted is 8 (override dev,");
    assertThat(run("check", "--probes", probes, "--no-project", "--exclude", "charts", k8s))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("the code says 10")
        .contains("sonde merge --probes " + probes + " --no-project --exclude charts " + k8s);

    assertThat(run("merge", "--probes", probes, k8s)).isZero();
    assertThat(out).hasToString("The manifests say what the code says already.\n");
    assertThat(run("merge", "--probes", probes, "--environment", "dev", k8s)).isZero();
    assertThat(k8s.resolve("orders.yaml")).content().contains("periodSeconds: 8");
  }

  @Test
  void adoptTakesPaths() {
    Path java = folder.resolve("java");
    assertThat(run("adopt", "--package", "a.b", "--output", java, k8s)).isZero();
    assertThat(java.resolve("a/b/OrdersProbes.java")).exists();
    assertThat(run("adopt", "--no-project", "--package", "a.b", "--output", java, k8s))
        .isEqualTo(1);
  }

  @Test
  void generateTakesTheEnvironmentOfAFileThatIsNamed() {
    assertThat(run("generate", "--probes", probes, "--project", project)).isZero();
    assertThat(out.toString()).contains("periodSeconds: 7");
    assertThat(run("generate", "--probes", probes)).isZero();
    assertThat(out.toString()).contains("periodSeconds: 10");
  }

  @Test
  void reportTakesRulesAndEnvironment() {
    assertThat(run("report", "--probes", probes, k8s)).isZero();
    assertThat(out.toString()).contains("7 s").doesNotContain("liveness-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "check", "merge", "adopt", "generate", "report"})
  void everyCommandRefusesAProjectFileThatIsWrong(String command) throws IOException {
    Files.writeString(project, PROJECT + "excludes: []\n");
    Stream<Object> words =
        switch (command) {
          case "lint" -> Stream.of(k8s);
          case "adopt" -> Stream.of("--package", "a.b", "--output", folder, k8s);
          case "generate" -> Stream.of("--probes", probes, "--project", project);
          default -> Stream.of("--probes", probes, k8s);
        };
    assertThat(run(Stream.concat(Stream.of(command), words).toArray())).isEqualTo(2);
    assertThat(err.toString())
        .contains(".sonde.yaml:10:1: [unknown-field]", "Did you mean \"exclude\"?");
    assertThat(out.toString()).isEmpty();
    assertThat(k8s.resolve("orders.yaml")).hasContent(MANIFEST);
  }

  @Test
  void refusesAFileAndNoneAtOnce() {
    assertThat(run("lint", "--project", project, "--no-project", k8s)).isEqualTo(2);
    assertThat(err.toString()).contains("Leave one of them out.");
    assertThat(run("lint", "--project", folder.resolve("none.yaml"), k8s)).isEqualTo(2);
    assertThat(err.toString()).contains("none.yaml: [file-unreadable] there is no such file");
  }

  @Test
  void thePageNamesEveryField() throws IOException {
    assertThat(Files.readString(Path.of("../docs/project.md")))
        .contains(
            List.of("`ignore`", "`severities`", "`include`", "`exclude`", "`environment`")
                .toArray(String[]::new))
        .contains("`overrides`", "`kubernetes`", "`--project FILE`", "`--no-project`");
  }

  private int run(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commandLine = Sonde.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
  }
}
