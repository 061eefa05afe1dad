package dev.sonde.manifests.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.marcnuri.helm.Helm;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.lint.LintReport;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Helm renders is what the cluster gets; the program here hands out what Helm rendered. */
@DisabledOnOs(OS.WINDOWS)
class ChartTest {

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: orders
      workload: {kind: Deployment, name: orders}
      livenessProbe:
        httpGet: {path: /livez, port: 8081}
        periodSeconds: %d
      """;

  private static final String TEMPLATE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: {{ .Release.Name }}-orders
      spec:
        selector: {matchLabels: {app: orders}}
        template:
          metadata: {labels: {app: orders}}
          spec:
            containers:
              - name: orders
                image: orders:1
                ports: [{containerPort: 8081}]
                livenessProbe:
                  {{- toYaml .Values.probe | nindent 12 }}
      """;

  @TempDir private Path folder;
  @TempDir private Path programs;

  @BeforeEach
  void writeChart() throws IOException {
    write("chart/Chart.yaml", "apiVersion: v2\nname: orders\nversion: 1.0.0\n");
    write(
        "chart/values.yaml",
        "probe:\n  httpGet: {path: /livez, port: 8081}\n  periodSeconds: 5\n  timeoutSeconds: 9\n");
    write("chart/templates/deployment.yaml", TEMPLATE);
    write("chart/charts/part/Chart.yaml", "apiVersion: v2\nname: part\nversion: 1.0.0\n");
    write("chart/charts/part/templates/x.yaml", "{{ if false }}\na: {{ .Values.x }}\n{{ end }}\n");
    write("lib/Chart.yaml", "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n");
    write("lib/templates/_x.yaml", "{{ define \"x\" }}{{ end }}\n");
  }

  @Test
  void lintsWhatHelmRenders() throws IOException {
    LintReport report = lint(helm());
    assertThat(report.findings())
        .filteredOn(found -> found.finding().ruleId().equals("timeout-beyond-period"))
        .singleElement()
        .extracting(PlacedFinding::file)
        .isEqualTo("chart/Chart.yaml (built)");
    assertThat(report.findings())
        .extracting(found -> found.finding().ruleId())
        .doesNotContain("yaml-template", "not-kubernetes", "chart-unseen");
  }

  @Test
  void warnsOnceOfAChartThatNothingRenders() throws IOException {
    assertThat(lint(BuildTools.NONE).findings())
        .singleElement()
        .extracting(PlacedFinding::text)
        .asString()
        .startsWith("chart/Chart.yaml:1:1: warning: [chart-unseen] ")
        .contains("helm is not on the PATH");
  }

  @Test
  void announcesEachBuildBeforeItWaitsForIt() throws IOException {
    List<String> announced = new ArrayList<>();
    lint(program("echo 'a: 1'").announcedTo(announced::add));
    assertThat(announced).containsExactly("Building chart/Chart.yaml with helm template ...");
  }

  @Test
  void warnsWithHelmsOwnWordsOfAChartThatHelmRefuses() throws IOException {
    BuildTools refusing = program("echo 'Error: values do not suit' >&2; exit 1");
    assertThat(lint(refusing).findings())
        .singleElement()
        .extracting(PlacedFinding::text)
        .asString()
        .contains("[chart-unseen]", "helm template says: Error: values do not suit");
  }

  @Test
  void checksWhatHelmRenders() throws IOException {
    assertThat(check(5, helm()).fails()).isFalse();
    DriftReport drift = check(7, helm());
    assertThat(drift.fails()).isTrue();
    assertThat(drift.findings())
        .anySatisfy(
            found -> {
              assertThat(found.file()).isEqualTo("chart/Chart.yaml (built)");
              assertThat(found.finding().message())
                  .contains("livenessProbe.periodSeconds", "is 5; the code says 7");
            });
  }

  @Test
  void failsWithHelmsOwnWordsWhereHelmRefuses() throws IOException {
    DriftReport report = check(5, program("echo 'Error: values do not suit' >&2; exit 1"));
    assertThat(report.fails()).isTrue();
    assertThat(report.findings())
        .extracting(PlacedFinding::text)
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("chart/Chart.yaml:1:1: error: [chart-refused] ")
                    .contains("helm template says: Error: values do not suit"));
  }

  @Test
  void failsWhereHelmRendersNoYaml() throws IOException {
    DriftReport report = check(5, program("echo 'a: b: c'"));
    assertThat(report.fails()).isTrue();
    assertThat(report.findings())
        .extracting(PlacedFinding::text)
        .anySatisfy(
            text -> assertThat(text).startsWith("chart/Chart.yaml (built):1").contains("[yaml-"));
  }

  @Test
  void doesNotCallAChartRightThatNothingRenders() throws IOException {
    DriftReport report = check(5, BuildTools.NONE);
    assertThat(report.fails()).isTrue();
    assertThat(report.findings())
        .extracting(found -> found.finding().ruleId())
        .contains("chart-unseen");
  }

  private LintReport lint(BuildTools tools) throws IOException {
    return ManifestLinter.create().startIn(folder).buildWith(tools).add(folder).report();
  }

  private DriftReport check(int periodSeconds, BuildTools tools) throws IOException {
    MergeSession session =
        MergeSession.of(
            new MergeInputs(
                folder,
                List.of(folder),
                FileFilter.ALL,
                MergedProbes.of(
                    List.of(ProbeSetReader.read("probes.yaml", PROBES.formatted(periodSeconds)))),
                MergeOptions.DEFAULT,
                RecordPlace.nowhere()));
    return DriftReport.of(session.built(tools), Severity.WARNING);
  }

  private BuildTools helm() throws IOException {
    Path rendered = Files.writeString(programs.resolve("rendered.yaml"), rendered());
    return program(
        "[ \"$*\" = \"template %s\" ] && cat %s".formatted(folder.resolve("chart"), rendered));
  }

  private String rendered() {
    try {
      return new Helm(folder.resolve("chart")).template().withName("release").call();
    } catch (LinkageError absent) {
      return abort("Helm does not run on this machine: " + absent);
    }
  }

  private BuildTools program(String script) throws IOException {
    Path program = Files.writeString(programs.resolve("helm"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return BuildTools.in(programs.toString());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
