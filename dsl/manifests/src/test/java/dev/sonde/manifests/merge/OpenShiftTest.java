package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenShift and JKube have and Kubernetes has not. */
class OpenShiftTest {

  private static final ProbeSet PROBES =
      ProbeSet.forContainer(
              new ContainerRef(
                  Optional.of("orders"),
                  new WorkloadRef(Optional.of("DeploymentConfig"), Optional.of("orders"))))
          .with(ProbeKind.LIVENESS, Probe.of(HttpGet.of("/livez", Port.of(8080))));

  private static final String CONFIG =
      """
      apiVersion: %s
      kind: DeploymentConfig
      metadata:
        name: orders
      spec:
        replicas: %s
        selector: {app: orders}
        triggers: [{type: ConfigChange}]
        template:
          metadata: {labels: {app: orders}}
          spec:
            containers:
              - name: orders
                image: eclipse-temurin:21
      """;

  private static final String PROBE =
      """
                livenessProbe:
                  httpGet:
                    path: /livez
                    port: 8080
      """;

  private static MergePlan plan(String name, String manifest) {
    return ManifestMerge.plan(
        List.of(ManifestFile.of(name, manifest.getBytes(UTF_8))),
        List.of(PROBES),
        MergeOptions.DEFAULT,
        MergeRecord.EMPTY);
  }

  private static String merged(String manifest) {
    MergePlan plan = plan("a.yaml", manifest);
    assertThat(plan.refusals()).isEmpty();
    return plan.files().get(0).merged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apps.openshift.io/v1", "v1"})
  void mergesIntoADeploymentConfig(String version) {
    String config = CONFIG.formatted(version, "1");
    assertThat(merged(config)).isEqualTo(config + PROBE);
    assertThat(plan("a.yaml", config + PROBE).files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "template.openshift.io/v1, v1, 1",
    "v1, v1, ${{REPLICAS}}",
    "template.openshift.io/v1, apps.openshift.io/v1, ${{REPLICAS}}"
  })
  void mergesIntoTheObjectsOfATemplate(String template, String version, String replicas) {
    String before =
        "apiVersion: %s\nkind: Template\nobjects:\n  - metadata: {name: x}\n  -%s"
            .formatted(template, CONFIG.formatted(version, replicas).indent(4).substring(3));
    assertThat(merged(before)).isEqualTo(before + PROBE.indent(4));
  }

  @Test
  void advisesOnADeploymentConfig() {
    String probe = "          livenessProbe: {tcpSocket: {port: 8080}}\n";
    for (String version : List.of("apps.openshift.io/v1", "v1")) {
      assertThat(
              ManifestLinter.create()
                  .lint("a.yaml", CONFIG.formatted(version, "1") + probe)
                  .findings())
          .extracting(found -> found.finding().ruleId())
          .contains("liveness-tcp");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "extensions/v1beta1, Deployment, apps/v1",
    "apps/v1beta1, Deployment, apps/v1",
    "apps/v1beta2, StatefulSet, apps/v1",
    "batch/v1beta1, CronJob, batch/v1"
  })
  void tellsARemovedVersionAsLintTellsIt(String version, String kind, String now) {
    String manifest = "# old\n" + CONFIG.formatted(version, "1").replace("DeploymentConfig", kind);
    MergePlan plan =
        ManifestMerge.plan(
            List.of(
                ManifestFile.of("a.yaml", "a: 1\n".getBytes(UTF_8)),
                ManifestFile.of("b.yaml", manifest.getBytes(UTF_8))),
            List.of(
                ProbeSet.forContainer("orders")
                    .with(ProbeKind.LIVENESS, PROBES.probe(ProbeKind.LIVENESS).get())),
            MergeOptions.DEFAULT,
            MergeRecord.EMPTY);
    String told =
        "[object-kind] Kubernetes has no %s in apiVersion \"%s\". Write apiVersion: %s."
            .formatted(kind, version, now);
    assertThat(plan.refusals()).singleElement().asString().isEqualTo("b.yaml:2:13: " + told);
    assertThat(ManifestLinter.create().lint("b.yaml", manifest).findings().get(0).toString())
        .isEqualTo("b.yaml:2:13: " + told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {template: {spec: {containers: [{readinessProbe: {exec: {command: [a]}}}]}}}",
        "metadata: {name: orders}\nspec:\n  containers: [{name: orders}]\n"
      })
  void saysWhatToDoWithAFragmentOfJKube(String fragment) {
    assertThat(plan("orders-deployment.yml", fragment).refusals())
        .singleElement()
        .asString()
        .contains(
            "[merge-workload-missing]",
            "orders-deployment.yml describes a workload and does not say its kind, as a fragment of"
                + " JKube. Write apiVersion and kind into it");
    assertThat(plan("values.yml", "spec: {containers: 3}\nkind: Values\n").refusals())
        .asString()
        .doesNotContain("JKube");
  }
}
