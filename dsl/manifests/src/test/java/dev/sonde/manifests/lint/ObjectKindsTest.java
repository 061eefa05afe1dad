package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKindsTest {

  /** The API server takes the version of the address; kubectl has none to send it to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: Pod, spec: {containers: [{name: a, livenessProbe: {}}]}}",
        "{apiVersion: null, kind: Pod, spec: {containers: [{name: a, livenessProbe: {}}]}}"
      })
  void missesTheVersionAndJudgesThePodAllTheSame(String manifest) {
    assertThat(findings(manifest))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(finding -> finding.kind() + " " + finding.ruleId() + " " + finding.remedy())
        .containsExactly(
            "LINT object-kind Write apiVersion: v1.",
            "API handler-missing Add one of exec, httpGet, tcpSocket and grpc.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Service", "Namespace", "Node"})
  void refusesContainersInWhatHasNone(String kind) {
    assertThat(findings("{apiVersion: v1, kind: " + kind + ", spec: {containers: [{name: a}]}}"))
        .extracting(finding -> finding.kind() + " " + finding.message())
        .containsExactly("DECODE a " + kind + " has no containers, and this one lists some.");
    assertThat(findings("{apiVersion: v1, kind: " + kind + ", spec: {}}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: extensions/v1beta1, kind: Deployment} | apiVersion | Write apiVersion: apps/v1.
          {apiVersion: apps/v1beta2, kind: StatefulSet}      | apiVersion | Write apiVersion: apps/v1.
          {apiVersion: v1, kind: Deployment}                 | apiVersion | Write apiVersion: apps/v1.
          {apiVersion: apps/v1, kind: Pod}                   | apiVersion | Write apiVersion: v1.
          {apiVersion: core/v1, kind: Pod}                   | apiVersion | Write apiVersion: v1.
          {apiVersion: app/v1, kind: Deployment}             | apiVersion | Write apiVersion: apps/v1.
          {apiVersion: policy/v1, kind: CronJob}             | apiVersion | Write apiVersion: batch/v1.
          {apiVersion: batch/v1beta1, kind: CronJob}         | apiVersion | Write apiVersion: batch/v1.
          {apiVersion: apps/v1, kind: deployment}            | kind       | Did you mean "Deployment"?
          {apiVersion: apps/v1, kind: Deploymnet}            | kind       | Did you mean "Deployment"?
          {apiVersion: v1, kind: pod}                        | kind       | Did you mean "Pod"?
          {apiVersion: v1, spec: {containers: []}}           | kind       | Write kind: Deployment
          """)
  void refusesAKindThatKubernetesDoesNotHaveInThatVersion(
      String manifest, String path, String remedy) {
    List<Finding> findings = findings(manifest);
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.ruleId()).isEqualTo("object-kind");
              assertThat(finding.kind()).isEqualTo(FindingKind.DECODE);
              assertThat(finding.fieldPath()).hasToString(path);
              assertThat(finding.remedy()).startsWith(remedy);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: ConfigMap}",
        "{apiVersion: v1, kind: Service}",
        "{apiVersion: v1, kind: Node}",
        "{apiVersion: extensions/v1beta1, kind: Ingress}",
        "{apiVersion: apps.example.com/v1, kind: Deployment}",
        "{apiVersion: policy/v1, kind: PodDisruptionBudget}",
        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler}",
        "{apiVersion: skaffold/v4beta7, kind: Config}",
        "{apiVersion: tool/v1, kind: Pods}",
        "{apiVersion: serving.knative.dev/v1, kind: Route, spec: {template: {spec: {x: 1}}}}",
        "{apiVersion: sonde.dev/v1, kind: ProbeSet}",
        "{apiVersion: example.com/v1, kind: Pods}",
        "",
        "# nothing"
      })
  void passesOverWhatHasNoPod(String manifest) {
    assertThat(findings(manifest)).isEmpty();
  }

  /** Knative itself takes the container's port, and asks it where there is no readiness probe. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {readinessProbe: {httpGet: {path: /q}}}                                             |
          {readinessProbe: {}}                                                                |
          {readinessProbe: {successThreshold: 1}, livenessProbe: {httpGet: {path: /l}}}       |
          {ports: [{containerPort: 9000}], livenessProbe: {httpGet: {path: /q, port: 9000}}}  |
          {}                                                                                  |
          {readinessProbe: {httpGet: {port: 99999}}}                                          | port-range
          {livenessProbe: {httpGet: {path: /q}, successThreshold: 2}}                         | liveness-success-threshold
          {livenesProbe: {httpGet: {path: /q}}}                                               | unknown-field
          """)
  void judgesWhatKnativeMakesOfItsService(String container, @Nullable String ruleId) {
    String manifest =
        "{apiVersion: serving.knative.dev/v1, kind: Service, spec: {template: {spec: {"
            + "containerConcurrency: 5, timeoutSeconds: 9, containers: ["
            + container.replaceFirst("}$", container.equals("{}") ? "name: a}" : ", name: a}")
            + "]}}}}";
    assertThat(findings(manifest))
        .filteredOn(found -> found.severity() == Severity.ERROR)
        .extracting(Finding::ruleId)
        .isEqualTo(ruleId == null ? List.of() : List.of(ruleId));
    assertThat(findings(manifest)).extracting(Finding::ruleId).doesNotContain("readiness-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {spec: {containers: [{name: a}]}}                                  | apiVersion and kind
          {metadata: {name: a}, spec: {replicas: 1}}                         | apiVersion and kind
          {spec: {template: {spec: {containers: []}}}}                       | apiVersion and kind
          {kind: Whatever, metadata: {name: a}}                              | apiVersion
          {apiVersion: shop.example/v1, metadata: {name: a}, spec: {}}       | kind
          """)
  void notesAManifestThatLostItsKind(String manifest, String lost) {
    assertThat(findings(manifest))
        .extracting(Finding::text)
        .containsExactly(
            "[not-kubernetes] this document looks like a manifest without %s, so it was not judged. Add what is missing, or leave the file out if it is none."
                .formatted(lost));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{replicaCount: 3, image: {tag: x}}",
        "{apiVersion: v2, name: chart, version: 1.0.0}",
        "{kind: Whatever}",
        "[1, 2]",
        "just text",
        "{apiVersion: 1, kind: 2}"
      })
  void countsWhatIsNotOfKubernetes(String manifest) {
    LintReport report = ManifestLinter.create().lint("x.yaml", manifest);
    assertThat(report.findings()).isEmpty();
    assertThat(report.passedOver()).isEqualTo(1);
  }

  private static List<Finding> findings(String manifest) {
    return ManifestLinter.create().lint("x.yaml", manifest).findings().stream()
        .map(found -> found.finding())
        .toList();
  }
}
