package dev.sonde.manifests.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomize builds is what the cluster gets. */
class OverlayTest {

  private static final String PROBES =
      """
      apiVersion: sonde.dev/v1
      kind: ProbeSet
      container: orders
      workload: {kind: Deployment, name: orders}
      livenessProbe:
        httpGet: {path: /livez, port: 8081}
        periodSeconds: 5
      """;

  private static final String BASE =
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
                livenessProbe:
                  httpGet: {path: /livez, port: 8081}
                  periodSeconds: 5
                readinessProbe: {exec: {command: [a]}}
                startupProbe: {exec: {command: [b]}}
      """;

  private static final String PATCH =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders}
      spec:
        template:
          spec:
            containers:
              - name: orders
                %s
      """;

  private final BuildTools tool = BuildTools.onPath();

  @TempDir private Path folder;

  @BeforeEach
  void writeBase() throws IOException {
    write("base/deployment.yaml", BASE);
    write("base/kustomization.yaml", "resources: [deployment.yaml]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          livenessProbe: {periodSeconds: 3}                                 | livenessProbe.periodSeconds of container "orders" in Deployment orders is 3; the code says 5.
          livenessProbe: {$patch: replace, tcpSocket: {port: 1}}            | livenessProbe of container "orders" in Deployment orders is tcpSocket: {port: 1}; the code says httpGet: {path: /livez, port: 8081}.
          livenessProbe: null                                               | livenessProbe of container "orders" in Deployment orders is missing
          livenessProbe: {exec: {command: [c]}}                             | livenessProbe.exec of container "orders" in Deployment orders is {command: [c]}; the code wants another handler.
          """)
  void tellsWhatAPatchDoesToADeclaredProbe(String field, String message) throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    overlay("patches: [{path: patch.yaml}]\n", PATCH.formatted(field));
    DriftReport report = check(tool);
    assertThat(report.fails()).isTrue();
    assertThat(report.diff()).isEmpty();
    assertThat(report.findings())
        .anySatisfy(
            found -> {
              assertThat(found.file()).isEqualTo("prod/kustomization.yaml (built)");
              assertThat(found.finding().message()).contains(message);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patches: [{path: patch.yaml}]\n",
        "patchesStrategicMerge: [patch.yaml]\n",
        "namePrefix: prod-\nnamespace: shop\npatches: [{path: patch.yaml}]\n",
      })
  void isContentWithAPatchOfOtherFields(String patches) throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    overlay(patches, PATCH.formatted("image: orders:2"));
    assertThat(check(tool).findings())
        .allSatisfy(found -> assertThat(found.finding().severity()).isEqualTo(Severity.INFO));
  }

  @Test
  void seesPatchesInsideTheKustomizationBehindAPrefix() throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    write(
        "prod/kustomization.yaml",
        """
        resources: [../base]
        namePrefix: prod-
        patches:
          - target: {kind: Deployment}
            patch: |-
              - op: replace
                path: /spec/template/spec/containers/0/livenessProbe/httpGet/path
                value: /wrong
        """);
    assertThat(check(tool).findings())
        .anySatisfy(
            found ->
                assertThat(found.finding().message())
                    .contains("livenessProbe.httpGet.path", "Deployment prod-orders is /wrong"));
  }

  @Test
  void warnsWhereNothingBuilds() throws IOException {
    overlay("patches: [{path: patch.yaml}]\n", PATCH.formatted("livenessProbe: null"));
    assertThat(unseen(check(BuildTools.NONE)))
        .singleElement()
        .asString()
        .contains("prod/kustomization.yaml", "neither kustomize nor kubectl is on the PATH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resources: [../base, 'https://example.com/x?ref=1'] | takes in"
            + " \"https://example.com/x?ref=1\"",
        "resources: [../base, github.com/a/b] | takes in \"github.com/a/b\"",
        "resources: [../base]\\nhelmCharts: [{name: x}] | has helmCharts",
      })
  void warnsOfWhatItDoesNotBuild(String kustomization, String why) throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    write("prod/kustomization.yaml", kustomization.replace("\\n", "\n"));
    assertThat(unseen(check(tool))).singleElement().asString().contains(why);
    assertThat(check(tool).fails()).isFalse();
    assertThat(check(tool, Severity.WARNING).fails()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patches: [{path: none.yaml}]",
        "patches: [{path: ../base/deployment.yaml, target: {kind: 3}}]",
        "nameSuffix: {a: b}",
        "patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: other}}'}]",
      })
  void failsWhereKustomizeRefuses(String more) throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    write("prod/kustomization.yaml", "resources: [../base]\n" + more + "\n");
    DriftReport report = check(tool);
    assertThat(report.fails()).isTrue();
    assertThat(report.verdict("")).startsWith("Merging cannot repair this");
    assertThat(report.findings())
        .filteredOn(found -> found.finding().severity() == Severity.ERROR)
        .singleElement()
        .extracting(PlacedFinding::text)
        .asString()
        .startsWith("prod/kustomization.yaml:1:1: error: [overlay-refused] ")
        .contains(tool.kustomize().orElseThrow().name() + " says: ");
    assertThat(
            ManifestLinter.create().startIn(folder).buildWith(tool).add(folder).report().findings())
        .extracting(found -> found.finding().ruleId())
        .containsOnlyOnce("overlay-unseen")
        .doesNotContain("overlay-refused");
  }

  /** What is built is the cluster's: whatever is wrong in it counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "readinessProbe: {periodSeconds: -1} | is negative",
        "readinessProbe: {tcpSocket: {port: 1}} | has both exec and tcpSocket",
        "livenessProbe: {periods: 3} | has no field \"periods\"",
      })
  void saysWhatTheApiServerRefusesInWhatIsBuilt(String field, String message) throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    overlay("patches: [{path: patch.yaml}]\n", PATCH.formatted(field));
    DriftReport report = check(tool);
    assertThat(report.fails()).isTrue();
    assertThat(report.findings())
        .anySatisfy(
            found -> {
              assertThat(found.file()).isEqualTo("prod/kustomization.yaml (built)");
              assertThat(found.finding().message()).contains(message);
            });
  }

  @Test
  void seesAContainerThatAnOverlayRenames() throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    write(
        "prod/kustomization.yaml",
        """
        resources: [../base]
        patches:
          - target: {kind: Deployment}
            patch: |-
              - {op: replace, path: /spec/template/spec/containers/0/name, value: shop}
        """);
    assertThat(check(tool).findings())
        .extracting(PlacedFinding::text)
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("prod/kustomization.yaml (built):")
                    .contains("error: [merge-container-missing] there is no container \"orders\""));
  }

  @Test
  void doesNotJudgePatchesAsWholeObjects() throws IOException {
    assumeTrue(tool.kustomize().isPresent(), "neither kustomize nor kubectl is on the path");
    overlay(
        "patches: [{path: patch.yaml}]\n",
        PATCH.formatted("livenessProbe: {$patch: replace, httpGet: {path: /, port: nowhere}}"));
    LintReport report =
        ManifestLinter.create().startIn(folder).buildWith(tool).add(folder).report();
    assertThat(report.findings())
        .extracting(found -> found.file() + " " + found.finding().ruleId())
        .contains("prod/kustomization.yaml (built) port-undeclared")
        .allSatisfy(found -> assertThat(found).doesNotContain("patch.yaml", "not-kubernetes"));
    assertThat(ManifestLinter.create().startIn(folder).add(folder).report().findings())
        .extracting(found -> found.finding().ruleId())
        .containsOnlyOnce("overlay-unseen")
        .doesNotContain("unknown-field", "port-undeclared");
  }

  private static List<String> unseen(DriftReport report) {
    return report.findings().stream()
        .filter(found -> found.finding().ruleId().equals("overlay-unseen"))
        .map(found -> found.text())
        .toList();
  }

  private void overlay(String kustomization, String patch) throws IOException {
    write("prod/kustomization.yaml", "resources: [../base]\n" + kustomization);
    write("prod/patch.yaml", patch);
  }

  private DriftReport check(BuildTools builder) throws IOException {
    return check(builder, Severity.ERROR);
  }

  private DriftReport check(BuildTools builder, Severity failOn) throws IOException {
    MergeSession session =
        MergeSession.of(
            new MergeInputs(
                folder,
                List.of(folder),
                FileFilter.ALL,
                MergedProbes.of(List.of(ProbeSetReader.read("probes.yaml", PROBES))),
                MergeOptions.DEFAULT,
                RecordPlace.nowhere()));
    return DriftReport.of(session.built(builder), failOn);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
