package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeAndCheckTest {

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: orders
      livenessProbe:
        httpGet: {path: /livez, port: 8081}
      """;

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: orders # the orders
      spec:
        template:
          spec:
            containers:
              - name: orders
                image: orders:1
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path probes;
  private Path manifest;

  @BeforeEach
  void write() throws IOException {
    probes = Files.writeString(folder.resolve("probes.yaml"), PROBES);
    Path k8s = Files.createDirectory(folder.resolve("k8s"));
    manifest = Files.writeString(k8s.resolve("deployment.yaml"), MANIFEST);
  }

  @Test
  void checkFailsUntilMergeWasRun() throws IOException {
    assertThat(run("check", manifest)).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "k8s/deployment.yaml:9:11: error: [drift-missing] livenessProbe of container"
                + " \"orders\"",
            "+          livenessProbe:",
            "Repair them with: sonde merge --probes " + probes);

    assertThat(run("merge", manifest)).isZero();
    assertThat(out).hasToString("Changed 1 field in 1 file.\n");
    assertThat(manifest).content().contains("path: /livez", "# the orders");
    assertThat(folder.resolve("k8s/sonde.lock"))
        .content()
        .contains("file: deployment.yaml", "../probes.yaml");

    assertThat(run("check", manifest)).isZero();
    assertThat(out).hasToString("1 probe of 1 container in 1 file agrees with the code.\n");
  }

  @Test
  void judgesForTheReleasesThatAreNamed() throws IOException {
    String hook = "lifecycle: {preStop: {sleep: {seconds: 0}}}\n";
    Files.writeString(probes, Files.readString(probes) + hook);
    assertThat(run("merge", manifest)).isZero();
    assertThat(run("check", manifest)).isZero();
    assertThat(run("check", manifest, "--kubernetes", "1.32")).isEqualTo(1);
    assertThat(out.toString()).contains("[hook-sleep-range] sleep of 0 s");
    assertThat(run("check", manifest, "--kubernetes", "1.32", "--kubernetes", "1.33")).isEqualTo(1);
    assertThat(out.toString()).contains("[hook-sleep-range] in Kubernetes 1.32: sleep of 0 s");
  }

  @Test
  void mergingAgainChangesNothing() throws IOException {
    assertThat(run("merge", folder.resolve("k8s"))).isZero();
    String once = Files.readString(manifest);
    assertThat(run("merge", folder.resolve("k8s"))).isZero();
    assertThat(out).hasToString("The manifests say what the code says already.\n");
    assertThat(manifest).hasContent(once);
  }

  @Test
  void aDryRunShowsTheDifferenceAndWritesNothing() {
    assertThat(run("merge", manifest, "--dry-run")).isZero();
    assertThat(out.toString()).contains("+++ " + manifest, "Would change 1 field");
    assertThat(manifest).hasContent(MANIFEST);
    assertThat(folder.resolve("k8s/sonde.lock")).doesNotExist();
  }

  @Test
  void refusesAndWritesNothing() throws IOException {
    Files.writeString(folder.resolve("k8s/chart.yaml"), "a: {{ .Values.a }}\n");
    assertThat(run("merge", folder.resolve("k8s"))).isEqualTo(1);
    assertThat(out.toString())
        .contains("k8s/chart.yaml:1:4: error: [yaml-template]", "Nothing was written.");
    assertThat(manifest).hasContent(MANIFEST);
  }

  @Test
  void bringsWhatAnEnvironmentSaysIntoItsManifests() throws IOException {
    String overrides = folder.resolve("overrides.yaml").toString();
    Files.writeString(
        Path.of(overrides),
        """
        apiVersion: sonde.dev/v1
        kind: Overrides
        environments:
          dev: [{container: orders, livenessProbe: null}]
          prod:
            - container: orders
              livenessProbe:
                periodSeconds: 5
        """);
    assertThat(run("merge", manifest)).isZero();

    assertThat(run("check", manifest, "--environment", "prod", "--overrides", overrides))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "livenessProbe.periodSeconds of container \"orders\" in Deployment orders is missing;"
                + " wanted is 5 (override prod, "
                + overrides
                + ":8).",
            "Repair them with: sonde merge --probes "
                + probes
                + " --environment prod --overrides "
                + overrides);

    assertThat(run("merge", manifest, "--environment", "prod", "--overrides", overrides)).isZero();
    assertThat(manifest).content().contains("periodSeconds: 5");
    assertThat(run("check", manifest, "--environment", "prod", "--overrides", overrides)).isZero();

    assertThat(run("check", manifest, "--environment", "dev", "--overrides", overrides))
        .isEqualTo(1);
    assertThat(out.toString()).contains("the code does not set it any more (override dev");
    assertThat(run("check", manifest, "--environment", "test", "--overrides", overrides))
        .isEqualTo(2);
    assertThat(err.toString()).contains("[environment-unknown]", "available: dev, prod.");
    assertThat(run("check", manifest, "--overrides", overrides)).isEqualTo(2);
    assertThat(err.toString()).contains("no environment");
  }

  @Test
  void leavesFilesOutThatItIsTold() throws IOException {
    Files.writeString(folder.resolve("k8s/chart.yaml"), "a: {{ .Values.a }}\n");
    assertThat(run("check", folder.resolve("k8s"), "--exclude", "chart.*")).isEqualTo(1);
    assertThat(out.toString()).contains("--exclude 'chart.*'");
    assertThat(run("merge", folder.resolve("k8s"), "--include", "deploy*")).isZero();
    assertThat(run("merge", folder.resolve("k8s"), "--include", "nothing")).isEqualTo(2);
    assertThat(err.toString())
        .contains("k8s: [file-unreadable] there is no file in it that ends in .yaml");
  }

  @Test
  void takesCustomKinds() throws IOException {
    Files.writeString(
        manifest,
        MANIFEST.replace("apps/v1", "example.com/v1").replace("kind: Deployment", "kind: Worker"));
    assertThat(run("check", manifest)).isEqualTo(1);
    assertThat(out.toString()).contains("merge-workload-missing");
    String kind = "example.com/v1/Worker=spec.template.spec";
    assertThat(run("merge", manifest, "--kind", kind)).isZero();
    assertThat(manifest).content().contains("path: /livez");
  }

  @Test
  void mergesIntoTheValuesOfAChart() throws IOException {
    Path values = Files.writeString(folder.resolve("values.yaml"), "api: {a: 1} # ours\n");
    assertThat(run("check", values, "--values-path", "api")).isEqualTo(1);
    assertThat(out.toString()).contains("--values-path api");
    assertThat(run("merge", values, "--values-path", "api")).isZero();
    assertThat(values)
        .hasContent("api: {a: 1, livenessProbe: {httpGet: {path: /livez, port: 8081}}} # ours\n");
    assertThat(run("check", values, "--values-path", "api")).isZero();
    assertThat(run("merge", values, "--values-path", "a..b")).isEqualTo(2);
    assertThat(err.toString()).contains("\"a..b\" is no path into a chart's values.");
  }

  @Test
  void reportsForMachines() {
    assertThat(run("check", manifest, "--format", "json")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "\"kind\": \"drift\"",
            "\"fieldPath\": \"spec.template.spec.containers[0].livenessProbe\"");
    assertThat(run("check", manifest, "--format", "sarif")).isEqualTo(1);
    assertThat(out.toString()).contains("\"ruleId\": \"drift-missing\"", "\"ruleIndex\"");
  }

  @Test
  void failsOnTheSeverityThatItIsTold() throws IOException {
    assertThat(run("merge", manifest)).isZero();
    Files.writeString(
        manifest,
        Files.readString(manifest) + "          readinessProbe: {tcpSocket: {port: 8081}}\n");
    assertThat(run("check", manifest)).isZero();
    assertThat(out.toString())
        .contains("info: [drift-extra]", "1 probe of 1 container in 1 file agrees with the code.");
    assertThat(run("check", manifest, "--fail-on", "info")).isEqualTo(1);
    assertThat(out.toString()).endsWith("correct what is reported above.\n");
  }

  /** As Gradle, Maven and IDEs lay out what is compiled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "build/classes/java/main",
        "target/classes",
        "bin",
        "bin/main",
        "out/production/a"
      })
  void takesTheFolderOfTheClassesAndNamesItWhereAnotherOneIsGiven(String classes)
      throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    Path documents = Files.createDirectories(project.resolve(classes).resolve("META-INF/sonde"));
    Files.writeString(documents.resolve("orders.yaml"), PROBES);
    probes = project.resolve(classes);
    assertThat(run("merge", manifest)).isZero();
    assertThat(run("check", manifest)).isZero();
    probes = project;
    assertThat(run("check", manifest)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            project + ":1:1: [probes-missing] there are no probes in it.",
            "Name the folder of the classes: " + project.resolve(classes) + ".");
  }

  @Test
  void endsWithTwoWhereSomethingCannotBeRead() throws IOException {
    assertThat(run("check", folder.resolve("none.yaml"))).isEqualTo(2);
    assertThat(err.toString()).contains("none.yaml");
    Files.writeString(probes, PROBES.replace("8081", "99999"));
    assertThat(run("merge", manifest)).isEqualTo(2);
    assertThat(err.toString()).contains("[port-range]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "check x", "merge --probes", "merge --what x"})
  void endsWithTwoOnAWrongCommandLine(String commandLine) {
    assertThat(execute(commandLine.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("See \"sonde").hasLineCount(1);
  }

  @Test
  void readsTheStandardInputAndWritesTheStandardOutput() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(MANIFEST.getBytes(UTF_8)));
      assertThat(run("check", Path.of("-"))).isEqualTo(1);
      assertThat(out.toString()).contains("stdin:9:11", "[drift-missing]");

      System.setIn(new ByteArrayInputStream(MANIFEST.getBytes(UTF_8)));
      assertThat(run("merge", Path.of("-"))).isZero();
      assertThat(err.toString()).isEqualTo("Changed 1 field in 1 file.\n");
      String merged = out.toString();
      assertThat(merged).startsWith(MANIFEST).contains("path: /livez");

      System.setIn(new ByteArrayInputStream(merged.getBytes(UTF_8)));
      assertThat(run("merge", Path.of("-"))).isZero();
      assertThat(out).hasToString(merged);

      System.setIn(new ByteArrayInputStream(merged.getBytes(UTF_8)));
      assertThat(run("check", Path.of("-"))).isZero();
      assertThat(run("check", Path.of("-"), manifest.toString())).isEqualTo(2);
      assertThat(Path.of("sonde.lock")).doesNotExist();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void saysWhatTheApiServerRefusesInSondesOwnProbe() throws IOException {
    assertThat(run("merge", manifest)).isZero();
    String merged = Files.readString(manifest);
    for (String wrong :
        List.of(
            merged.replace("livenessProbe:", "livenessProbe:\n            periodSecond: 3"),
            merged.replace("image: orders:1", "image: orders:1\n          ports: [{port: 80}]"))) {
      Files.writeString(manifest, wrong);
      assertThat(run("check", manifest)).isEqualTo(1);
      assertThat(out.toString())
          .contains("[unknown-field]", "Merging cannot repair this", "deployment.yaml:1");
      assertThat(run("merge", manifest)).isEqualTo(1);
      assertThat(out.toString()).contains("[unknown-field]", "Nothing was written.");
      assertThat(manifest).hasContent(wrong);
    }
  }

  /** Each is legal before the merge, or wrong beside what the code declares. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "          livenessProbe: {httpGet: {path: /a, port: 1}, path: /readyz}",
        "          livenessProbe: {terminationGracePeriodSeconds: 0}",
        "          readinessProbe: {terminationGracePeriodSeconds: 5, exec: {command: [a]}}",
        "          readinessProbe: {}",
        "          ports: [{containerPort: 8081, livenessProbe: {}}]",
        "          ports: [{name: web, containerPort: 8080}, {name: web, containerPort: 8443}]",
        "          ports: [{name: Web, containerPort: 8080}]",
        "          ports: [{name: web}]",
        "          lifecycle: {preStop: {sleep: {second: 3}}}",
      })
  void leavesTheFileWhereTheApiServerWouldRefuseWhatIsMerged(String line) throws IOException {
    String wrong = MANIFEST + line + "\n";
    Files.writeString(manifest, wrong);
    assertThat(run("check", manifest)).isEqualTo(1);
    assertThat(run("merge", manifest)).as("%s", out).isEqualTo(1);
    assertThat(out.toString()).contains("deployment.yaml:", "error: [", "Nothing was written.");
    assertThat(manifest).hasContent(wrong);
    assertThat(folder.resolve("k8s/sonde.lock")).doesNotExist();
  }

  /** What is wrong now and right once it is merged. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "          livenessProbe: {}",
        "          livenessProbe: {httpGet: {path: /livez}}",
        "          livenessProbe: {httpGet: {path: /a, port: 99999}}",
        "          livenessProbe: {httpGet: {path: /a, port: 1}, exec: {command: [a]}}",
      })
  void mergesWhatMergingMakesRight(String line) throws IOException {
    Files.writeString(manifest, MANIFEST + line + "\n");
    assertThat(run("merge", manifest)).as("%s", out).isZero();
    assertThat(run("check", manifest)).isZero();
  }

  @Test
  void leavesPortsToKnative() throws IOException {
    Files.writeString(probes, PROBES.replace(", port: 8081", ""));
    assertThat(run("merge", manifest)).isEqualTo(1);
    assertThat(out.toString())
        .contains("deployment.yaml:9:11: error: [port-range] port 0 of the liveness probe")
        .contains("Set it where the probes are declared: Deployment orders needs it.");
    assertThat(manifest).hasContent(MANIFEST);

    String knative =
        MANIFEST.replace("apps/v1", "serving.knative.dev/v1").replace("Deployment", "Service");
    for (String probe :
        List.of("", "          livenessProbe: {httpGet: {path: /livez}, periodSeconds: 3}\n")) {
      Files.writeString(manifest, knative + probe);
      assertThat(run("merge", manifest)).as("%s", out).isZero();
      assertThat(run("check", manifest)).isZero();
      assertThat(manifest).content().contains("path: /livez").doesNotContain("port: 0");
    }
    assertThat(manifest)
        .hasContent(
            knative + "          livenessProbe: {httpGet: {path: /livez}, periodSeconds: 3}\n");
  }

  @Test
  void saysNothingOfWhatIsWrongInOtherContainers() throws IOException {
    Files.writeString(
        manifest, MANIFEST + "        - {name: proxy, image: p, livenessProbe: {foo: 1}}\n");
    assertThat(run("merge", manifest)).isZero();
    assertThat(run("check", manifest)).isZero();
  }

  private int run(String command, Path path, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--probes", probes.toString()));
    words.addAll(List.of(more));
    words.add(path.toString());
    return execute(words.toArray(String[]::new));
  }

  private int execute(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Sonde.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }
}
