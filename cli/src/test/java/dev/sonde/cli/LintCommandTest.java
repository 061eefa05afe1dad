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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LintCommandTest {

  private static final String CLEAN =
      """
      apiVersion: batch/v1
      kind: Job
      spec:
        template:
          spec:
            containers: [{name: a}]
      """;

  private static final String WARNED =
      "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}]}\n";
  private static final String REFUSED = WARNED.replace("name: a", "foo: a");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path clean;
  private Path warned;
  private Path refused;

  @BeforeEach
  void write() throws IOException {
    clean = Files.writeString(folder.resolve("clean.yaml"), CLEAN);
    warned = Files.writeString(folder.resolve("warned.yaml"), WARNED);
    refused = Files.writeString(folder.resolve("refused.yaml"), REFUSED);
  }

  @Test
  void endsWithZeroWhereNothingIsWrong() {
    assertThat(lint(clean)).isZero();
    assertThat(out)
        .hasToString(
            "Nothing to complain about in 1 container of 1 workload (1 document, 1 file).\n");
  }

  @Test
  void endsWithZeroWhereThereAreOnlyWarnings() {
    assertThat(lint(warned)).isZero();
    assertThat(out.toString()).contains("warning: [readiness-missing]");
  }

  @Test
  void endsWithOneWhereThereIsWhatIsToFail() {
    assertThat(run("lint", "--fail-on", "warning", warned.toString())).isEqualTo(1);
    assertThat(run("lint", "--fail-on", "info", clean.toString())).isZero();
  }

  @Test
  void warnsOfAnOverlayThatCannotBeBuilt() throws IOException {
    Path overlay = Files.createDirectory(folder.resolve("overlay"));
    Files.writeString(overlay.resolve("kustomization.yaml"), "resources: [none.yaml]\n");
    Files.writeString(overlay.resolve("job.yaml"), CLEAN);
    assertThat(run("lint", overlay.toString())).isZero();
    assertThat(run("lint", "--fail-on", "warning", overlay.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("[overlay-unseen]");
  }

  @Test
  void judgesForTheReleasesThatAreNamed() throws IOException {
    Path pod = folder.resolve("pod.yaml");
    Files.writeString(
        pod,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec: {restartPolicy: Never, containers: [{name: a, image: a, restartPolicy: Never}]}
        """);
    assertThat(run("lint", pod.toString())).isZero();
    assertThat(run("lint", "--kubernetes", "1.33", pod.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("[container-restart-policy]", "before Kubernetes 1.34");
    assertThat(run("lint", "--kubernetes=1.34,1.35", "--fail-on=warning", pod.toString()))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("[gate-off] Kubernetes 1.34 drops", "on in Kubernetes 1.35");
    assertThat(run("lint", "--kubernetes", "new", pod.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("[kubernetes-version] Kubernetes version \"new\"");
  }

  @Test
  void leavesOutWhatIsExcluded() {
    assertThat(run("lint", "--exclude", "refused.yaml", folder.toString())).isZero();
    assertThat(out.toString()).contains("warned.yaml").doesNotContain("refused.yaml");
    assertThat(run("lint", "--exclude", "*.yaml", folder.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("is not left out");
  }

  @Test
  void endsWithOneWhereThereIsAnError() {
    assertThat(lint(clean, refused)).isEqualTo(1);
    assertThat(out.toString()).contains("refused.yaml:3:22: error: [unknown-field]");
    assertThat(lint(folder)).isEqualTo(1);
  }

  @Test
  void endsWithTwoWhereSomethingCouldNotBeReadAndStillJudgesTheRest() {
    assertThat(lint(folder.resolve("none.yaml"), refused)).isEqualTo(2);
    assertThat(out.toString()).contains("[file-unreadable]", "[unknown-field]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint",
        "lint --format xml x",
        "lint --off liveness-tcp x",
        "lint --off liveness-tpc=reason x",
        "lint --off port-range=reason x",
        "lint --severity liveness-tcp=fatal x",
        "lint --what x",
        ""
      })
  void endsWithTwoOnAWrongCommandLine(String commandLine) {
    String[] words = commandLine.isEmpty() ? new String[0] : commandLine.split(" ");
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString()).contains("See \"sonde").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void writesJsonAndSarif() {
    assertThat(run("lint", "--format", "json", refused.toString())).isEqualTo(1);
    assertThat(out.toString()).startsWith("[").contains("\"ruleId\": \"unknown-field\"");
    out.getBuffer().setLength(0);
    assertThat(run("lint", "--format=sarif", refused.toString())).isEqualTo(1);
    assertThat(out.toString()).startsWith("{").contains("\"version\": \"2.1.0\"");
  }

  @Test
  void switchesAdviceOffAndChangesItsSeverity() {
    int code =
        run(
            "lint",
            "--off=liveness-missing=Nothing can hang.",
            "--severity",
            "readiness-missing=error",
            warned.toString());
    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("error: [readiness-missing]")
        .doesNotContain("liveness-missing");
  }

  @Test
  void readsTheStandardInput() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(REFUSED.getBytes(UTF_8)));
      assertThat(run("lint", "-", clean.toString())).isEqualTo(1);
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString()).contains("stdin:3:22: error: [unknown-field]");
  }

  @Test
  void helps() {
    assertThat(run("--help")).isZero();
    assertThat(run("help", "lint")).isZero();
    assertThat(out.toString()).contains("Exit codes: 0 nothing wrong");
    assertThat(run("lint", "--version")).isZero();
  }

  private int lint(Path... paths) {
    String[] words = new String[paths.length + 1];
    words[0] = "lint";
    for (int i = 0; i < paths.length; i++) {
      words[i + 1] = paths[i].toString();
    }
    return run(words);
  }

  private int run(String... words) {
    CommandLine commandLine = Sonde.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(words);
  }
}
