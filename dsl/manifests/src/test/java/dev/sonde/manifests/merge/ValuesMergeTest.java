package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.workload.ValuesPath;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.rules.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging into the values of a Helm chart. */
class ValuesMergeTest {

  private static final ProbeSet ORDERS =
      ProbeSet.forContainer("orders")
          .with(new ContainerPort(Optional.of("health"), 8081))
          .with(
              ProbeKind.LIVENESS,
              Probe.builder()
                  .handler(HttpGet.of("/livez", Port.named("health")))
                  .periodSeconds(5)
                  .build());

  private static final String VALUES =
      """
      # How many.
      replicaCount: 2 # two are enough

      backend:
        # The API itself.
        api:
          image: {repository: example/orders, tag: "1.0"}
          livenessProbe:
            httpGet:
              path: /old # until 1.0
              port: health
            # Found by measuring.
            timeoutSeconds: 3

      resources: {}
      """;

  @Test
  void setsTheFieldsAtThePathAndKeepsEveryComment() {
    assertThat(merged(VALUES, "backend.api", ORDERS))
        .isEqualTo(
            """
            # How many.
            replicaCount: 2 # two are enough

            backend:
              # The API itself.
              api:
                image: {repository: example/orders, tag: "1.0"}
                livenessProbe:
                  httpGet:
                    path: /livez # until 1.0
                    port: health
                  # Found by measuring.
                  timeoutSeconds: 3
                  periodSeconds: 5

            resources: {}
            """);
  }

  @Test
  void addsTheProbeAtTheTopAndNoPorts() {
    assertThat(merged("image: example/orders # ours\n", ".", ORDERS))
        .isEqualTo(
            """
            image: example/orders # ours
            livenessProbe:
              httpGet:
                path: /livez
                port: health
              periodSeconds: 5
            """);
  }

  @Test
  void setsOnlyNumbersWhereTheChartSwitchesTheProbe() {
    assertThat(
            merged(
                """
                livenessProbe:
                  enabled: true
                  periodSeconds: 10 # the chart's
                customLivenessProbe: {}
                """,
                ".",
                ORDERS))
        .isEqualTo(
            """
            livenessProbe:
              enabled: true
              periodSeconds: 5 # the chart's
            customLivenessProbe: {}
            """);
  }

  @Test
  void severalContainersStandEachBelowItsName() {
    ProbeSet proxy =
        ProbeSet.forContainer("the-proxy")
            .with(ProbeKind.READINESS, Probe.of(HttpGet.of("/ready", Port.of(15021))));
    assertThat(merged("app:\n  orders:\n    a: 1\n  the-proxy: {b: 2}\n", "app", ORDERS, proxy))
        .isEqualTo(
            """
            app:
              orders:
                a: 1
                livenessProbe:
                  httpGet:
                    path: /livez
                    port: health
                  periodSeconds: 5
              the-proxy: {b: 2, readinessProbe: {httpGet: {path: /ready, port: 15021}}}
            """);
  }

  @Test
  void addsThePreStopHookAndLeavesTheGracePeriodToTheTemplate() {
    assertThat(merged("a: 1\n", ".", ORDERS.with(new ShutdownTiming(5, 10, 20).termination())))
        .contains("lifecycle:\n  preStop:\n    sleep:\n      seconds: 5\n")
        .doesNotContain("terminationGracePeriodSeconds");
  }

  @Test
  void takesAwayWhatTheCodeDoesNotDeclareAnyMore() {
    MergePlan first = plan("a: 1 # one\n", ".", MergeRecord.EMPTY, ORDERS);
    String text = new String(first.files().get(0).bytes(), UTF_8);
    MergePlan second = plan(text, ".", first.record(), ProbeSet.forContainer("orders"));
    assertThat(new String(second.files().get(0).bytes(), UTF_8)).isEqualTo("a: 1 # one\n");
  }

  @Test
  void saysWhereInTheValuesItFoundADifference() {
    MergePlan plan = plan(VALUES, "backend.api", MergeRecord.EMPTY, ORDERS);
    assertThat(plan.changes())
        .extracting(change -> change.place() + ": " + change.message())
        .contains(
            "values.yaml:10:9: livenessProbe.httpGet.path of container \"backend.api\" in Values"
                + " backend.api is /old; the code says /livez.");
    assertThat(plan.changes().get(0).path()).hasToString("backend.api.livenessProbe.periodSeconds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backend.apo | Did you mean \"backend.api\"?",
        "resources | there is no Values resources in these files; available: Values ."
            + " (values.yaml:2), Values backend ",
        "replicaCount | merge-workload-missing",
      })
  void saysWhichPathsThereAre(String path, String reason) {
    MergePlan plan = plan(VALUES, path, MergeRecord.EMPTY, ORDERS);
    assertThat(plan.refusals()).singleElement().asString().contains(reason);
    assertThat(plan.files()).isEmpty();
  }

  @Test
  void refusesATemplate() {
    MergePlan plan = plan("a: {{ .Values.b }}\n", ".", MergeRecord.EMPTY, ORDERS);
    assertThat(plan.refusals()).singleElement().asString().contains("[yaml-template]");
  }

  @Test
  void switchesADeclaredProbeOnAndBackAgain() {
    String values = "livenessProbe:\n  enabled: false\n  periodSeconds: 10\n";
    MergePlan plan = plan(values, ".", MergeRecord.EMPTY, ORDERS);
    assertThat(plan.changes())
        .extracting(change -> change.message())
        .contains(
            "livenessProbe.enabled of container \".\" in Values . is false; the code says true.");
    String on = new String(plan.files().get(0).bytes(), UTF_8);
    assertThat(on).isEqualTo("livenessProbe:\n  enabled: true\n  periodSeconds: 5\n");
    MergePlan back = plan(on, ".", plan.record(), ProbeSet.forContainer("orders"));
    assertThat(new String(back.files().get(0).bytes(), UTF_8)).isEqualTo(values);
  }

  @Test
  void laysFilesOfValuesOverEachOther() {
    ManifestFile base = values("values.yaml", "api: {livenessProbe: {periodSeconds: 9}, a: 1}\n");
    ManifestFile silent = values("silent.yaml", "api: {image: x}\n");
    ManifestFile same = values("same.yaml", "api: {livenessProbe: {periodSeconds: 5}}\n");
    ManifestFile other = values("other.yaml", "api: {livenessProbe: {periodSeconds: 3}}\n");
    ManifestFile exec = values("exec.yaml", "api: {livenessProbe: {exec: {command: [a]}}}\n");
    MergePlan plan = layered(MergeRecord.EMPTY, base, silent, same, other, exec);
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.files())
        .extracting(file -> file.file().name() + ": " + file.merged().strip())
        .containsExactly(
            "values.yaml: api: {livenessProbe: {periodSeconds: 5, httpGet: {path: /livez, port:"
                + " health}}, a: 1}",
            "other.yaml: api: {livenessProbe: {periodSeconds: 5}}",
            "exec.yaml: api: {livenessProbe: {httpGet: {path: /livez, port: health}}}");
  }

  /** Helm takes away what an upper file says null to, and what it replaces by no mapping. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api: {livenessProbe: null} | livenessProbe of container \"api\" in Values api is missing",
        "api: {livenessProbe: } | livenessProbe of container \"api\" in Values api is missing",
        "api: {livenessProbe: false} | livenessProbe of container \"api\" in Values api is false",
        "api: {livenessProbe: {httpGet: null}} | livenessProbe.httpGet of container \"api\"",
        "api: {livenessProbe: {httpGet: ~, a: 1}} | livenessProbe.httpGet of container \"api\"",
        "api: {livenessProbe: {periodSeconds: null}} | livenessProbe.periodSeconds of",
        "api: {livenessProbe: {httpGet: {path: null}}} | livenessProbe.httpGet.path of",
        "api: null | 1:6: [drift-missing] this removes the values \"api\" of the files below",
        "api: off | this removes the values \"api\"",
        "api: [] | this removes the values \"api\"",
      })
  void seesWhatAnUpperFileTakesAway(String text, String message) {
    ManifestFile base =
        values(
            "values.yaml",
            "api: {livenessProbe: {periodSeconds: 5, httpGet: {path: /livez, port: health}}}\n");
    MergePlan plan = layered(MergeRecord.EMPTY, base, values("prod.yaml", text + "\n"));
    assertThat(plan.isClean()).isFalse();
    assertThat(DriftReport.of(plan, Severity.ERROR).findings())
        .singleElement()
        .asString()
        .startsWith("prod.yaml:1:")
        .contains(message);
    for (String harmless : List.of("api: {}", "api: {livenessProbe: {}}", "b: null", "")) {
      assertThat(layered(MergeRecord.EMPTY, base, values("prod.yaml", harmless + "\n")).isClean())
          .as(harmless)
          .isTrue();
    }
  }

  private static MergePlan layered(MergeRecord record, ManifestFile... files) {
    return ManifestMerge.plan(
        List.of(files),
        List.of(ORDERS),
        MergeOptions.DEFAULT.withValues(Optional.of(ValuesPath.parse("api"))),
        record);
  }

  private static ManifestFile values(String name, String text) {
    return ManifestFile.of(name, text.getBytes(UTF_8));
  }

  @Test
  void refusesValuesThatSopsEncrypted() {
    String values =
        "orders:\n  livenessProbe:\n    periodSeconds: ENC[AES256_GCM,data:Ng==]\n"
            + "sops:\n  mac: ENC[AES256_GCM,data:Tq==]\n  version: 3.9.0\n";
    MergePlan plan = plan(values, "orders", MergeRecord.EMPTY, ORDERS);
    assertThat(plan.files()).isEmpty();
    assertThat(plan.refusals()).singleElement().asString().contains("[merge-encrypted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Code generated by kompose. DO NOT EDIT.",
        "# This file was auto-generated from chart.yaml",
        "---\n# do not modify",
      })
  void warnsWhereAProgramWritesTheFile(String header) {
    MergePlan plan = plan(header + "\na: 1\n", ".", MergeRecord.EMPTY, ORDERS);
    assertThat(plan.inconsistencies())
        .extracting(found -> found.finding().ruleId())
        .contains("merge-generated");
    assertThat(plan.files()).hasSize(1);
    assertThat(plan("# Our values, generated traffic\na: 1\n", ".", MergeRecord.EMPTY, ORDERS))
        .satisfies(
            other ->
                assertThat(other.inconsistencies())
                    .extracting(found -> found.finding().ruleId())
                    .doesNotContain("merge-generated"));
  }

  /** Merges, and proves that merging again finds nothing to do. */
  private static String merged(String values, String path, ProbeSet... sets) {
    MergePlan plan = plan(values, path, MergeRecord.EMPTY, sets);
    assertThat(plan.refusals()).isEmpty();
    String text = new String(plan.files().get(0).bytes(), UTF_8);
    MergePlan again = plan(text, path, plan.record(), sets);
    assertThat(again.isClean()).as(again.toString()).isTrue();
    assertThat(again.record()).isEqualTo(plan.record());
    return text;
  }

  private static MergePlan plan(String values, String path, MergeRecord record, ProbeSet... sets) {
    return ManifestMerge.plan(
        List.of(ManifestFile.of("values.yaml", values.getBytes(UTF_8))),
        List.of(sets),
        MergeOptions.DEFAULT.withValues(Optional.of(ValuesPath.parse(path))),
        record);
  }
}
