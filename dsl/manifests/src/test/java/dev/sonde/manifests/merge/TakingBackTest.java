package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.model.ProbeSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest had before merging comes back once the code declares it no more. */
class TakingBackTest {

  private static final String NOTHING = "";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          readinessProbe: {httpGet: {path: /ready, port: http, scheme: HTTP}}
          readinessProbe: {httpGet: {path: /ready, port: http}}
          readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5}
          readinessProbe: {exec: {command: [cat, /tmp/ready]}, initialDelaySeconds: 90}
          readinessProbe: {tcpSocket: {port: http}, timeoutSeconds: 7}
          readinessProbe: {httpGet: {port: http}}
          readinessProbe: {httpGet: {path: /readyz, port: http}, periodSeconds: 3}
          readinessProbe: {grpc: {port: 8080, service: orders}}
          lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
          lifecycle: {preStop: {sleep: {seconds: 9}}, postStart: {exec: {command: [a]}}}
          livenessProbe: {tcpSocket: {port: http}}
          restartPolicy: OnFailure
          restartPolicyRules: []
          """)
  void restoresWhatTheContainerHad(String fields) {
    String manifest = deployment(fields);
    for (String declared :
        List.of(HTTP, EXEC, HTTP + PERIOD, EXEC + PERIOD + SHUTDOWN, EXEC + RESTART)) {
      MergePlan merged = plan(manifest, declared, MergeRecord.EMPTY);
      MergePlan back = plan(after(merged, manifest), NOTHING, merged.record());
      assertThat(back.refusals()).isEmpty();
      assertThat(back.remarks()).as(declared).isEmpty();
      assertThat(after(back, after(merged, manifest))).as(declared).isEqualTo(manifest);
      assertThat(back.record()).isEqualTo(MergeRecord.EMPTY);
    }
  }

  private static final String HTTP =
      """
      ports: [{name: health, containerPort: 8081}]
      readinessProbe:
        httpGet: {path: /readyz, port: health}
      """;
  private static final String EXEC = "readinessProbe:\n  exec: {command: [cat, /tmp/alive]}\n";
  private static final String PERIOD = "  periodSeconds: 2\n";
  private static final String RESTART =
      "restartPolicy: Never\n"
          + "restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]\n";
  private static final String SHUTDOWN =
      "lifecycle: {preStop: {sleep: {seconds: 5}}}\nterminationGracePeriodSeconds: 40\n";

  @Test
  void restoresOneFieldThatTheCodeLeavesOpenAgain() {
    String manifest =
        deployment("readinessProbe: {exec: {command: [cat, /tmp/alive]}, periodSeconds: 30}");
    MergePlan merged = plan(manifest, EXEC + PERIOD, MergeRecord.EMPTY);
    assertThat(after(merged, manifest)).contains("periodSeconds: 2}");

    MergePlan back = plan(after(merged, manifest), EXEC, merged.record());
    assertThat(after(back, "")).isEqualTo(manifest);
    assertThat(back.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.message())
                    .isEqualTo(
                        "readinessProbe.periodSeconds of container \"orders\" in Deployment orders"
                            + " is 2; the code does not set it any more, and before merging it was"
                            + " 30."));
  }

  @Test
  void restoresTheOldestValueAfterSeveralMerges() {
    String manifest = deployment("readinessProbe: {httpGet: {path: /a, port: http}}");
    MergePlan first = plan(manifest, HTTP, MergeRecord.EMPTY);
    MergePlan second = plan(after(first, ""), EXEC, first.record());
    MergePlan third = plan(after(second, ""), HTTP.replace("/readyz", "/other"), second.record());
    assertThat(List.of(first, second, third))
        .allSatisfy(plan -> assertThat(plan.refusals()).isEmpty());
    MergePlan back = plan(after(third, ""), NOTHING, third.record());
    assertThat(back.refusals()).isEmpty();
    assertThat(back.remarks()).isEmpty();
    assertThat(after(back, "")).isEqualTo(manifest);
  }

  @Test
  void restoresTheTimeToStop() {
    String manifest =
        deployment("tty: true")
            .replace("containers:", "terminationGracePeriodSeconds: 90\n      containers:");
    MergePlan merged = plan(manifest, SHUTDOWN, MergeRecord.EMPTY);
    assertThat(after(merged, "")).contains("terminationGracePeriodSeconds: 40");
    MergePlan back = plan(after(merged, ""), NOTHING, merged.record());
    assertThat(after(back, "")).isEqualTo(manifest);
  }

  @Test
  void leavesWhatSomebodyChangedSince() {
    String manifest =
        deployment("readinessProbe: {exec: {command: [a]}, periodSeconds: 5, timeoutSeconds: 3}");
    MergePlan merged = plan(manifest, EXEC + PERIOD, MergeRecord.EMPTY);
    String changed = after(merged, "").replace("periodSeconds: 2", "periodSeconds: 4");
    MergePlan back = plan(changed, NOTHING, merged.record());
    assertThat(after(back, "")).isEqualTo(manifest.replace("periodSeconds: 5", "periodSeconds: 4"));
  }

  @Test
  void leavesAHandlerThatSomebodyPutInItsPlace() {
    String manifest = deployment("readinessProbe: {httpGet: {path: /a, port: http}}");
    MergePlan merged = plan(manifest, EXEC, MergeRecord.EMPTY);
    String changed = deployment("readinessProbe: {tcpSocket: {port: http}}");
    MergePlan back = plan(changed, NOTHING, merged.record());
    assertThat(back.files()).isEmpty();
    assertThat(back.isClean()).isTrue();
  }

  @Test
  void blamesNobodyWhereItCannotRestore() {
    String old =
        """
        apiVersion: sonde.dev/v1
        kind: MergeRecord
        containers:
          - file: a.yaml
            kind: Deployment
            workload: orders
            container: orders
            fields:
              readinessProbe.httpGet.path: /readyz
              readinessProbe.httpGet.port: health
              ports[8081]: {name: health, containerPort: 8081}
        """;
    MergeRecord record = MergeRecord.parse(ManifestFile.of("sonde.lock", old.getBytes(UTF_8)));
    assertThat(record.toYaml()).doesNotContain("before:");
    String manifest =
        deployment("readinessProbe: {httpGet: {path: /readyz, port: health, scheme: HTTP}}")
            .replace("- containerPort: 9000", "- {name: health, containerPort: 8081}");
    MergePlan back = plan(manifest, NOTHING, record);
    assertThat(back.files()).isEmpty();
    assertThat(back.remarks())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.finding().ruleId()).isEqualTo("drift-stale");
              assertThat(found.finding().remedy())
                  .doesNotContain("somebody")
                  .contains("what stood there before is not recorded");
            });
    assertThat(back.summary(false)).isEqualTo("Merging cannot repair what is reported above.");
    assertThat(back.record()).isEqualTo(record);
  }

  @Test
  void keepsAPortThatAProbeOrAServiceStillNames() {
    String manifest = deployment("tty: true");
    MergePlan merged = plan(manifest, HTTP, MergeRecord.EMPTY);
    String own =
        after(merged, "")
            .replace(
                "  tty: true", "  tty: true\n          startupProbe: {tcpSocket: {port: health}}");
    MergePlan back = plan(own, NOTHING, merged.record());
    assertThat(after(back, own)).contains("name: health").doesNotContain("readinessProbe");
    assertThat(back.changes())
        .anySatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(ChangeKind.EXTRA);
              assertThat(change.field()).isEqualTo("ports[8081]");
            });
    MergePlan later =
        plan(after(back, own).replaceAll(" *startupProbe.*\\n", ""), NOTHING, back.record());
    assertThat(after(later, "")).isEqualTo(manifest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "8081"})
  void keepsAPortThatAServiceSendsTo(String target) {
    String manifest =
        deployment("tty: true")
            .replace("    spec:", "    metadata: {labels: {app: orders}}\n    spec:");
    String service =
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {selector: {app: orders},"
            + " ports: [{port: 80, targetPort: %s}]}\n";
    MergePlan merged = plan(manifest, HTTP, MergeRecord.EMPTY);
    String withService = after(merged, "") + service.formatted(target);
    MergePlan back = plan(withService, NOTHING, merged.record());
    assertThat(after(back, "")).contains("name: health").doesNotContain("readinessProbe");
    assertThat(plan(after(back, ""), NOTHING, back.record()).isClean()).isTrue();

    MergePlan other = plan(after(merged, "") + service.formatted("http"), NOTHING, merged.record());
    assertThat(after(other, "")).doesNotContain("name: health");
  }

  /** Ports as the code has them first, then otherwise; the manifest has 9000 without a name. */
  @ParameterizedTest
  @CsvSource({
    "health, 8081, health, 8082",
    "health, 8081, probes, 8081",
    "health, 9000, probes, 9000",
    "health, 9000, health, 8082",
    "health, 8081, health, 9000"
  })
  void followsAPortThatGetsAnotherNameOrNumber(String name, int port, String other, int number) {
    String manifest = deployment("tty: true");
    MergePlan merged = plan(manifest, asking(name, port), MergeRecord.EMPTY);
    MergePlan moved = plan(after(merged, ""), asking(other, number), merged.record());
    assertThat(moved.refusals()).isEmpty();
    assertThat(after(moved, ""))
        .isEqualTo(after(plan(manifest, asking(other, number), MergeRecord.EMPTY), ""));
    assertThat(plan(after(moved, ""), asking(other, number), moved.record()).isClean()).isTrue();
    MergePlan back = plan(after(moved, ""), NOTHING, moved.record());
    assertThat(after(back, "")).isEqualTo(manifest);
    assertThat(back.record()).isEqualTo(MergeRecord.EMPTY);
  }

  @Test
  void asksByNumberOnceThePortWithTheNameGoes() {
    String manifest = deployment("tty: true");
    String byNumber = "readinessProbe: {tcpSocket: {port: 8081}}\n";
    MergePlan merged = plan(manifest, asking("health", 8081), MergeRecord.EMPTY);
    MergePlan moved = plan(after(merged, ""), byNumber, merged.record());
    assertThat(moved.refusals()).isEmpty();
    assertThat(after(moved, "")).isEqualTo(after(plan(manifest, byNumber, MergeRecord.EMPTY), ""));
  }

  @Test
  void takesBackWhatTheCodeSpellsOtherwiseByNow() {
    String manifest = deployment("tty: true");
    String byName = asking("health", 8081);
    String byNumber = byName.replace("port: health}}", "port: 8081}}");
    MergePlan merged = plan(manifest, byName, MergeRecord.EMPTY);
    MergePlan same = plan(after(merged, ""), byNumber, merged.record());
    assertThat(same.files()).isEmpty();
    MergePlan back = plan(after(merged, ""), NOTHING, same.record());
    assertThat(after(back, "")).isEqualTo(manifest);
  }

  @Test
  void movesANameFromOneOfItsPortsToAnother() {
    String manifest = deployment("tty: true");
    String first = "ports: [{name: a, containerPort: 8081}, {containerPort: 8082}]\n" + EXEC;
    String second = "ports: [{containerPort: 8081}, {name: a, containerPort: 8082}]\n" + EXEC;
    MergePlan merged = plan(manifest, first, MergeRecord.EMPTY);
    MergePlan moved = plan(after(merged, ""), second, merged.record());
    assertThat(moved.refusals()).isEmpty();
    assertThat(after(moved, "")).isEqualTo(after(plan(manifest, second, MergeRecord.EMPTY), ""));
    MergePlan back = plan(after(moved, ""), NOTHING, moved.record());
    assertThat(after(back, "")).isEqualTo(manifest);
  }

  @Test
  void refusesToMoveAPortThatSomebodyElseAsks() {
    String manifest = deployment("tty: true");
    MergePlan merged = plan(manifest, asking("health", 8081), MergeRecord.EMPTY);
    String own =
        after(merged, "")
            .replace(
                "tty: true", "tty: true\n          livenessProbe: {tcpSocket: {port: health}}");
    MergePlan moved = plan(own, asking("probes", 8081), merged.record());
    assertThat(moved.refusals())
        .singleElement()
        .satisfies(
            refused -> assertThat(refused.finding().ruleId()).isEqualTo("merge-port-conflict"));
  }

  private static String asking(String name, int port) {
    return "ports: [{name: %s, containerPort: %d}]\nreadinessProbe: {tcpSocket: {port: %s}}\n"
        .formatted(name, port, name);
  }

  private static String after(MergePlan plan, String otherwise) {
    return plan.files().isEmpty() ? otherwise : new String(plan.files().get(0).bytes(), UTF_8);
  }

  private static MergePlan plan(String manifest, String declared, MergeRecord record) {
    ProbeSet probes =
        ProbeSetReader.read(
            "probes.yaml",
            "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: orders\n" + declared);
    return ManifestMerge.plan(
        List.of(ManifestFile.of("a.yaml", manifest.getBytes(UTF_8))),
        List.of(probes),
        MergeOptions.DEFAULT,
        record);
  }

  private static String deployment(String fields) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: orders
        spec:
          template:
            spec:
              containers:
                - name: orders
                  image: example/orders
                  ports:
                    - containerPort: 8080
                      name: http
                    - containerPort: 9000
                  %s
        """
        .formatted(fields);
  }
}
