package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.measured.MeasurementWriter;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.measured.Measurement;
import dev.sonde.rules.EvidenceRules;
import dev.sonde.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What measurements beside manifests say against declared numbers. */
class EvidenceLintTest {

  private static final String ORDERS =
      """
      containers:
        - name: orders
          image: orders:1
          ports: [{containerPort: 8080}]
          lifecycle: {preStop: {sleep: {seconds: 5}}}
          startupProbe: {httpGet: {port: 8080}, periodSeconds: 2, failureThreshold: 30}
          livenessProbe: {httpGet: {path: /live, port: 8080}, timeoutSeconds: 2}
          readinessProbe: {httpGet: {path: /ready, port: 8080}, periodSeconds: 2}
      """;

  @TempDir private Path folder;

  static Stream<Rule> rules() {
    return EvidenceRules.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theExamplesOfThePageBreakAndKeepTheRule(Rule rule) throws IOException {
    String page = Files.readString(Path.of("../../docs/rules.md"));
    Matcher section =
        Pattern.compile("(?ms)^### " + rule.id() + "\n(.*?)(?=^##|\\z)").matcher(page);
    assertThat(section.find()).isTrue();
    List<Boolean> kinds = new ArrayList<>();
    Matcher example =
        Pattern.compile("(?ms)^(Bad|Good):\n\n```yaml\n(.*?)^```").matcher(section.group(1));
    while (example.find()) {
      boolean bad = example.group(1).equals("Bad");
      kinds.add(bad);
      List<String> ids =
          lint(example.group(2), example.group(2)).stream()
              .map(found -> found.finding().ruleId())
              .toList();
      if (bad) {
        assertThat(ids).as(example.group()).contains(rule.id());
      } else {
        assertThat(ids).as(example.group()).doesNotContain(rule.id());
      }
    }
    assertThat(kinds).contains(true, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the longest of 30 starts took 41 s. | warning: [measured-start] the startup probe of"
            + " container \"orders\" guarantees 58 s to start; the longest of 30 measured starts"
            + " took 41 s with no limit of CPU. With 95 % confidence that covers 90 % of starts."
            + " Set failureThreshold to 42: twice the longest start.",
        "the longest of 10 starts took 60 s. | error: [measured-start] the startup probe of"
            + " container \"orders\" guarantees 58 s to start; the longest of 10 measured starts"
            + " took 60 s with no limit of CPU. With 95 % confidence that covers 74 % of starts."
            + " Set failureThreshold to 61: twice the longest start.",
        "43 of 400 answers in the first ten seconds took 5 s. | warning: [measured-timeout] 43 of"
            + " 400 answers to the liveness probe of container \"orders\" in the first ten seconds"
            + " took longer than its timeoutSeconds = 2 with no limit of"
            + " CPU; 99 % take at most 5 s, with 95 % confidence. Set timeoutSeconds to 5, or raise"
            + " the limit of CPU.",
        "1 of 40 answers took 5 s. | warning: [measured-timeout] 1 of 40 answers to the liveness"
            + " probe of container \"orders\" at rest took longer than its"
            + " timeoutSeconds = 2 with no limit of CPU; the longest took 5 s, which is all that so"
            + " few allow to say. Set timeoutSeconds to 5, or raise the limit of CPU.",
        "the longest of 30 stops took 20 s. | warning: [measured-stop] container \"orders\" has 30"
            + " s to stop; its preStop hook waits 5 s, and the longest of 30 measured stops took 20"
            + " s. Set terminationGracePeriodSeconds to 45.",
        "the longest of 30 stops took 26 s. | error: [measured-stop]",
        "2 runs were killed. | error: [measured-stop] container \"orders\" had to be killed at the"
            + " end of 2 of 32 measured runs.",
        "served for 3 s after SIGTERM. | info: [measured-drain] container \"orders\" served"
            + " requests for 3 s after SIGTERM, and the readiness probe of container \"orders\""
            + " takes up to 8 s to fail and be noticed. Drain for 8 s, or make readiness fail"
            + " sooner.",
        "3 starts failed. | warning: [measured-failures] 3 of 33 measured starts of container"
            + " \"orders\" failed: 3 ended by themselves, 0 had no success in time.",
        "with 200m of CPU. | info: [measured-elsewhere] container \"orders\" was measured with 200m"
            + " of CPU, and not under the limits that it has here.",
        "container billing. | sonde-measured.yaml:1:1: info: [measured-elsewhere] container billing was"
            + " measured, and no manifest here has it.",
        "other code. | warning: [measured-outdated] container \"orders\" was measured with code other than the current. Measure it again."
      })
  void saysTheNumberThatWouldDo(String measured, String told) throws IOException {
    assertThat(lint(ORDERS, "# Measured: " + measured))
        .extracting(PlacedFinding::text)
        .anySatisfy(text -> assertThat(text).contains(told));
  }

  /** One of 1000 is under one in a hundred, with confidence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the longest of 30 starts took 29 s. ",
        "1 of 1000 answers took 5 s. ",
        "the longest of 30 stops took 12 s. ",
        "served for 8 s after SIGTERM. "
      })
  void saysNothingWhereTheNumbersDo(String measured) throws IOException {
    assertThat(lint(ORDERS, "# Measured: " + measured.strip()))
        .extracting(found -> found.finding().ruleId())
        .isEmpty();
  }

  @Test
  void saysThatItCannotCompareWhatIsNotThere() throws IOException {
    lint(ORDERS, "# Measured: the longest of 30 starts took 1 s.");
    Files.delete(folder.resolve("classes").resolve("A.class"));
    Files.delete(folder.resolve("classes"));
    assertThat(findings())
        .extracting(PlacedFinding::text)
        .singleElement()
        .asString()
        .contains(
            "info: [measured-outdated] what was measured of container \"orders\" is not there");
  }

  @Test
  void saysThatItCannotCompareWhatTheMeasurementDoesNotName() throws IOException {
    assertThat(lint(ORDERS, "# Measured: no code."))
        .extracting(PlacedFinding::text)
        .singleElement()
        .asString()
        .contains(
            "info: [measured-outdated] the measurement of container \"orders\" names no code",
            "--subject");
  }

  @Test
  void aMeasurementThatWasEditedIsAnError() throws IOException {
    lint(ORDERS, "# Measured: the longest of 30 starts took 41 s.");
    Path file = folder.resolve(Measurement.FILE_NAME);
    Files.writeString(file, Files.readString(file).replace("41000ms", "11000ms"));
    assertThat(findings())
        .extracting(PlacedFinding::text)
        .singleElement()
        .asString()
        .contains("sonde-measured.yaml:", "error: [measurement-value]", "changed by hand");
  }

  @Test
  void theLinterSaysTheSameAmongAllElse() throws IOException {
    lint(ORDERS, "# Measured: the longest of 30 starts took 41 s.");
    LintReport report =
        ManifestLinter.with(LintSettings.DEFAULT).startIn(folder).add(folder).report();
    assertThat(report.findings())
        .extracting(found -> found.finding().ruleId())
        .contains("measured-start");
    assertThat(
            ManifestLinter.with(LintSettings.DEFAULT.without("measured-start", "A test."))
                .startIn(folder)
                .add(folder.resolve("pod.yaml"))
                .report()
                .findings())
        .extracting(found -> found.finding().ruleId())
        .doesNotContain("measured-start");
  }

  private List<PlacedFinding> lint(String spec, String comments) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(classes.resolve("A.class"), "code");
    Files.writeString(
        folder.resolve("pod.yaml"),
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: orders\nspec:\n" + spec.indent(2));
    Files.writeString(
        folder.resolve(Measurement.FILE_NAME),
        MeasurementWriter.write(
            Measurement.NONE.with(new MeasuredComments(comments).series(classes))));
    return findings();
  }

  private List<PlacedFinding> findings() {
    return EvidenceLint.in(
        List.of(folder), List.of(folder), folder, FileFilter.ALL, LintSettings.DEFAULT.releases());
  }
}
