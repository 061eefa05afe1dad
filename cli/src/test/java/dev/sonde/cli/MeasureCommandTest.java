package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures a process that is well, by what its probe sees, once a file is there. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class MeasureCommandTest {

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders}
      spec:
        template:
          spec:
            terminationGracePeriodSeconds: 20
            containers:
              - name: orders
                image: orders:1
                livenessProbe: {exec: {command: [test, -e, %s]}, periodSeconds: 1, failureThreshold: 2}
      """;

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: orders
      livenessProbe: {exec: {command: [test, -e, %s]}, periodSeconds: 1, failureThreshold: 2}
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String usual = System.getProperty("java.io.tmpdir");
  private String manifest = "";

  /**
   * There the lock lies that keeps two measurements apart, and other modules' tests measure, too.
   */
  @BeforeEach
  void lockElsewhere() {
    System.setProperty("java.io.tmpdir", folder.toString());
  }

  @AfterEach
  void lockAsUsual() {
    System.setProperty("java.io.tmpdir", usual);
  }

  @BeforeEach
  void write() throws IOException {
    Path up = folder.resolve("up");
    Path k8s = Files.createDirectory(folder.resolve("k8s"));
    manifest = Files.writeString(k8s.resolve("orders.yaml"), MANIFEST.formatted(up)).toString();
    Files.writeString(folder.resolve("probes.yaml"), PROBES.formatted(up));
  }

  private int sonde(List<String> words) throws IOException {
    out.reset();
    err.reset();
    try (PrintStream printed = new PrintStream(out, true, UTF_8);
        PrintStream told = new PrintStream(err, true, UTF_8)) {
      return Sonde.run(words, printed, told);
    }
  }

  private int sonde(String... words) throws IOException {
    return sonde(List.of(words));
  }

  private int measure(String options, String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of("measure"));
    words.addAll(List.of(options.isEmpty() ? new String[0] : options.split(" ")));
    words.addAll(List.of(manifest, "--"));
    words.addAll(List.of(command));
    return sonde(words);
  }

  /** It takes a second to start, where its liveness probe grants one: there is always a finding. */
  @Test
  void writesWhatCheckLintAndReportThenHoldAgainstTheNumbers() throws IOException {
    String starts = "sleep 1.2; touch %s; exec sleep 100".formatted(folder.resolve("up"));
    assertThat(measure("--runs=1 --phase=0s --cpu=none --memory=none", "sh", "-c", starts))
        .as(err.toString(UTF_8))
        .isZero();
    assertThat(out.toString(UTF_8))
        .contains("run 1 of 1: liveness", "A 99th percentile needs 299.", "% of a CPU");
    assertThat(folder.resolve("k8s/sonde-measured.yaml"))
        .content(UTF_8)
        .contains("kind: Measurement", "container: orders", "complete: 1");

    String probes = folder.resolve("probes.yaml").toString();
    String k8s = folder.resolve("k8s").toString();
    assertThat(sonde("check", "--no-project", "--probes", probes, k8s)).isOne();
    assertThat(out.toString(UTF_8))
        .contains("error: [measured-start] the liveness probe of container \"orders\"");
    assertThat(sonde("check", "--no-project", "--probes", probes, manifest)).isOne();
    assertThat(sonde("lint", "--no-project", k8s)).isOne();
    assertThat(out.toString(UTF_8)).contains("[measured-start]");
    assertThat(sonde("report", "--no-project", k8s)).isZero();
    assertThat(out.toString(UTF_8)).contains("| **error** `measured-start` |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | there is nothing to measure.",
        "--runs=0          | runs = 0 is outside 1 to 1000.",
        "--cpu=much        | --cpu \"much\" is no amount such as 500m",
        "--phase=soon      | --phase \"soon\" is not of the form 200ms, 90s or 2m.",
        "--limit-by=magic  | --limit-by \"magic\" is none of cgroup-v2,",
        "--container=other | [choice-unknown]"
      })
  void refusesWhatItCannotMeasure(String option, String message) throws IOException {
    String[] command = option.isEmpty() ? new String[0] : new String[] {"sh"};
    assertThat(measure(option, command)).isEqualTo(Sonde.FAILED);
    assertThat(err.toString(UTF_8)).contains(message);
    assertThat(folder.resolve("k8s/sonde-measured.yaml")).doesNotExist();
  }

  @Test
  void saysWhatAProcessPrintedThatEnds() throws IOException {
    assertThat(measure("--runs=9 --start-within=20s", "sh", "-c", "echo no database; exit 3"))
        .isOne();
    assertThat(out.toString(UTF_8))
        .contains("it ended with 3 before its probes had succeeded.", "no database")
        .contains("2 starts of 2 failed; there will be no other.");
    assertThat(err.toString(UTF_8)).contains("No start succeeded, so nothing was written.");
  }
}
