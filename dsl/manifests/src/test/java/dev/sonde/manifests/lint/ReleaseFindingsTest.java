package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lint.LintSettings;
import dev.sonde.rules.KubernetesOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lint says where releases differ. */
class ReleaseFindingsTest {

  private static final String DEPLOYMENT =
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
              image: orders
              ports: [{name: http, containerPort: 8080}]
              livenessProbe:
                failureThreshold: 3
                httpGet: {path: /livez, port: http%s}
              readinessProbe:
                httpGet: {path: /readyz, port: http}
      """;

  private static final String H2C = DEPLOYMENT.formatted(", protocol: HTTP2");

  @Test
  void saysForWhichReleasesAFindingHolds() {
    assertThat(texts(H2C, List.of()))
        .contains(
            "error [unknown-field] in Kubernetes 1.35 and 1.36: "
                + "httpGet of the liveness probe of container \"orders\" has no field"
                + " \"protocol\": it came with Kubernetes 1.37. Remove it, or say which releases"
                + " you deploy to: --kubernetes, in a pom <kubernetes>.",
            "warning [gate-off] Kubernetes 1.37 drops"
                + " \"spec.template.spec.containers[0].livenessProbe.httpGet.protocol\" without a"
                + " word: feature gate H2CContainerProbe, there since 1.37, is off by default."
                + " Remove it, or switch the gate on in the API server and in every kubelet; while"
                + " some of them drop it, a Deployment makes new ReplicaSets without end.");
  }

  @Test
  void saysItWithoutReleasesWhereOnlyOneCounts() {
    assertThat(texts(H2C, List.of("1.36")))
        .anyMatch(text -> text.startsWith("error [unknown-field] httpGet"))
        .noneMatch(text -> text.contains("gate-off"));
    assertThat(texts(H2C, List.of("1.37")))
        .anyMatch(text -> text.startsWith("warning [gate-off] Kubernetes 1.37 drops"))
        .noneMatch(text -> text.startsWith("error"));
  }

  @Test
  void saysOnceWhatAllReleasesSay() {
    String wrong = DEPLOYMENT.formatted(", scheme: ftp, protocol: HTTP2");
    assertThat(texts(wrong, List.of("1.36", "1.37")))
        .filteredOn(text -> text.contains("[http-scheme]"))
        .singleElement()
        .asString()
        .doesNotContain("in Kubernetes");
  }

  @Test
  void saysNothingOfReleasesWhereNoneDiffers() {
    assertThat(texts(DEPLOYMENT.formatted(""), List.of("1.31", "1.37")))
        .noneMatch(text -> text.contains("Kubernetes 1."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Always  | Never   |       | 1.37 | true
          Never   | Always  |       | 1.37 | false
          Never   |         |       | 1.37 | true
          Always  |         |       | 1.37 | false
          Never   | Always  |       | 1.34 | true
          Always  | Never   |       | 1.34 | false
          Always  | Never   | rules | 1.37 | true
          """)
  void theContainersOwnPolicyDecidesWhatAProbesKillLeaves(
      String ofPod, String own, String rules, String release, boolean dead) {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          restartPolicy: %s
          containers:
          - name: a
            image: a
            %s
            %s
            livenessProbe: {exec: {command: [a]}}
        """
            .formatted(
                ofPod,
                own == null ? "" : "restartPolicy: " + own,
                rules == null
                    ? ""
                    : "restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values:"
                        + " [137]}}]");
    assertThat(texts(pod, List.of(release)).stream().anyMatch(t -> t.contains("[restart-never]")))
        .isEqualTo(dead);
  }

  private static List<String> texts(String manifest, List<String> releases) {
    LintSettings settings = LintSettings.DEFAULT.withReleases(KubernetesOption.several(releases));
    return ManifestLinter.with(settings).lint("x.yaml", manifest).findings().stream()
        .map(found -> found.finding().severity().word() + " " + found.finding().text())
        .toList();
  }
}
