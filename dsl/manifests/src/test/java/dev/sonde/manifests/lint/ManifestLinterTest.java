package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestLinterTest {

  private static final String CONTAINERS =
      """
      containers:
        - name: orders
          image: shop/orders:1
          ports: [{name: http, containerPort: 8080}]
          livenessProbe:
            httpGet: {path: /livez, port: 70000}
          readinessProbe:
            httpGet: {path: /readyz, port: http}
      """;

  private final ManifestLinter linter = ManifestLinter.create();

  @ParameterizedTest
  @CsvSource({
    "v1,Pod,spec",
    "v1,PodTemplate,template.spec",
    "v1,ReplicationController,spec.template.spec",
    "apps/v1,Deployment,spec.template.spec",
    "apps/v1,StatefulSet,spec.template.spec",
    "apps/v1,DaemonSet,spec.template.spec",
    "apps/v1,ReplicaSet,spec.template.spec",
    "batch/v1,Job,spec.template.spec",
    "batch/v1,CronJob,spec.jobTemplate.spec.template.spec"
  })
  void judgesThePodOfEachKind(String apiVersion, String kind, String path) {
    String manifest = "apiVersion: " + apiVersion + "\nkind: " + kind + "\n" + below(path);
    LintReport report = linter.lint("x.yaml", manifest);
    assertThat(refused(report))
        .containsExactly("api port-range " + path + ".containers[0].livenessProbe.httpGet.port");
    assertThat(report.workloads()).isEqualTo(1);
  }

  @Test
  void judgesJsonLikeYaml() {
    LintReport report =
        linter.lint(
            "x.json",
            """
            {
            	"apiVersion": "v1",
            	"kind": "Pod",
            	"spec": {
            		"containers": [
            			{"name": "a", "livenessProbe": {"tcpSocket": {"port": "8080"}, "periodSeconds": 10}}
            		]
            	}
            }
            """);
    assertThat(report.findings().get(0).text())
        .startsWith("x.json:6:58: error: [port-name] port \"8080\" of the liveness probe");
  }

  @Test
  void looksIntoListsItemByItem() {
    String manifest =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Pod
          spec: {containers: [{name: a, livenessProbe: {}}]}
        - apiVersion: v1
          kind: ConfigMap
        - apiVersion: v1
          kind: Pod
          spec: {containers: [{name: b, foo: 1}]}
        """;
    LintReport report = linter.lint("x.yaml", manifest);
    assertThat(refused(report))
        .containsExactly(
            "api handler-missing spec.containers[0].livenessProbe",
            "decode unknown-field spec.containers[0].foo");
    assertThat(report.findings()).extracting(PlacedFinding::document).containsOnly(1);
    assertThat(report.workloads()).isEqualTo(2);
  }

  @Test
  void doesNotJudgeAPodOrReplicaSetAgainBesideItsOwner() {
    String spec = "{containers: [{name: a, image: i, foo: 1}]}";
    String deployment =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: shop}\n"
            + "spec: {template: {spec: %s}}\n";
    String set =
        "apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: {name: a-1, namespace: shop,"
            + " ownerReferences: [{kind: Deployment, name: a}]}\nspec: {template: {spec: %s}}\n";
    String pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a-1-x, namespace: shop,"
            + " ownerReferences: [{kind: ReplicaSet, name: a-1}]}\nspec: %s\n";
    String all = String.join("---\n", pod, set, deployment).formatted(spec, spec, spec);
    LintReport report = linter.lint("all.yaml", all);
    assertThat(refused(report))
        .containsExactly("decode unknown-field spec.template.spec.containers[0].foo");
    assertThat(report.workloads()).isEqualTo(1);
    assertThat(refused(linter.lint("pod.yaml", pod.formatted(spec)))).hasSize(1);
    assertThat(refused(linter.lint("x.yaml", all.replace("namespace: shop,", "namespace: test,"))))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v1, kind: PodList                      | {spec: BAD}                             | api handler-missing spec
          v1, kind: PodList                      | {kind: '', spec: BAD}                   | api handler-missing spec
          apps/v1, kind: DeploymentList          | {spec: {template: {spec: BAD}}}         | api handler-missing spec.template.spec
          apps/v1, kind: DeploymentList          | {apiVersion: v1, kind: Pod, spec: BAD}  | api handler-missing spec
          apps/v1beta1, kind: DeploymentList     | {spec: {template: {spec: BAD}}}         | decode object-kind apiVersion
          v1, kind: PodList                      | {kind: Pod, spec: BAD}                  | api handler-missing spec
          v1, kind: List                         | {spec: BAD}                             |
          """)
  void takesAnItemThatDoesNotSayWhatItIsForWhatTheListIsOf(
      String list, String item, String expected) {
    String pod = "{containers: [{name: a, livenessProbe: {}}]}";
    String manifest = "{apiVersion: " + list + ", items: [" + item.replace("BAD", pod) + "]}";
    List<String> refused = refused(linter.lint("x.yaml", manifest));
    if (expected == null) {
      assertThat(refused).isEmpty();
    } else {
      assertThat(refused).singleElement().asString().startsWith(expected);
    }
  }

  @Test
  void judgesJsonDocumentsThatFollowEachOther() {
    String pod =
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\": {\"containers\": [{\"name\": \"a\","
            + " \"livenessProbe\": {\"httpGet\": {\"port\": 80.0}}}]}}\n";
    List<PlacedFinding> errors = errors(linter.lint("x.json", pod + pod));
    assertThat(errors)
        .extracting(
            found ->
                found.document() + " " + found.position().line() + " " + found.finding().ruleId())
        .containsExactly("1 1 wrong-type", "2 2 wrong-type");
  }

  @Test
  void countsDocumentsFromOneBrokenOnesToo() {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        spec: {containers: [{name: a, x: 1}]}
        ---
        a: [
        ---
        apiVersion: v1
        kind: Pod
        spec: {containers: [{name: a, y: 1}]}
        """;
    List<PlacedFinding> errors = errors(linter.lint("x.yaml", manifest));
    assertThat(errors).extracting(PlacedFinding::document).containsExactly(1, 2, 3);
    assertThat(errors)
        .extracting(found -> found.finding().ruleId())
        .containsExactly("unknown-field", "yaml-syntax", "unknown-field");
  }

  @Test
  void validatesOnlyWhatCouldBeDecodedAndSaysTheRestAsAdvice() {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: a
            livenessProbe:
              tcpSocket: {port: 70000}
              periodSeconds: 10s
              timeoutSeconds: 1s
              foo: 1
        """;
    LintReport report = linter.lint("x.yaml", manifest);
    assertThat(refused(report))
        .containsExactly("decode wrong-type spec.containers[0].livenessProbe.periodSeconds");
    assertThat(report.findings())
        .filteredOn(found -> found.finding().kind() == FindingKind.LINT)
        .filteredOn(found -> found.finding().severity() == Severity.ERROR)
        .extracting(found -> found.finding().ruleId())
        .containsExactly("port-range", "wrong-type", "unknown-field");
  }

  @Test
  void keepsQuietAboutWhatOnlyFollowsFromAMistake() {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: a
            ports: [{containerPort: 1}]
            livenesProbe:
              tcpSocket: {port: 1}
            readinessProbe:
              httpget: {port: 1}
        """;
    assertThat(linter.lint("x.yaml", manifest).findings())
        .extracting(found -> found.finding().ruleId())
        .containsExactly("unknown-field", "unknown-field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          app: orders |          | ERROR   | a Service selects the pod
          app: other  |          |         | no Service selects it
                      |          | WARNING | there is no Service
          app: orders | prod     |         | it is in another namespace
          app: orders | shop     | ERROR   | it is in the same namespace
          app: orders | notReady |         | it sends traffic to pods that are not ready too
          """)
  void asksServicesWhetherReadinessMatters(
      String selector, String special, Severity severity, String why) {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {namespace: shop, labels: {app: orders, tier: web}}
        spec: {containers: [{name: orders}]}
        """;
    String extra = "notReady".equals(special) ? ", publishNotReadyAddresses: true" : "";
    String namespace = special == null || !extra.isEmpty() ? "" : "namespace: " + special;
    String service =
        selector == null
            ? ""
            : """
              apiVersion: v1
              kind: Service
              metadata: {%s}
              spec: {selector: {%s}%s}
              """
                .formatted(namespace, selector, extra);
    LintReport report =
        linter
            .start()
            .add(ManifestText.of("pod.yaml", pod))
            .add(ManifestText.of("service.yaml", service))
            .report();
    assertThat(report.findings())
        .as(why)
        .filteredOn(found -> found.finding().ruleId().equals("readiness-missing"))
        .extracting(found -> found.finding().severity())
        .isEqualTo(severity == null ? List.of() : List.of(severity));
  }

  @Test
  void recognisesAJvmByTheImage() {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: a
            image: eclipse-temurin:21
            ports: [{containerPort: 1}]
            livenessProbe: {httpGet: {path: /livez, port: 1}}
        """;
    assertThat(linter.lint("x.yaml", manifest).findings())
        .extracting(found -> found.finding().ruleId())
        .contains("jvm-start");
  }

  @Test
  void judgesTheTemplateOfARolloutAsAdvice() {
    String manifest =
        "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nfoo: 1\n" + below("spec.template.spec");
    LintReport report = linter.lint("x.yaml", manifest);
    assertThat(refused(report)).isEmpty();
    assertThat(errors(report))
        .extracting(found -> found.finding().kind() + " " + found.finding().fieldPath())
        .containsExactly("LINT spec.template.spec.containers[0].livenessProbe.httpGet.port");
  }

  @Test
  void findsTheDashTooMany() {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: a
          - livenessProbe: {httpGet: {port: 1}}
        """;
    assertThat(errors(linter.lint("x.yaml", manifest)))
        .extracting(PlacedFinding::text)
        .containsExactly(
            "x.yaml:6:5: error: [stray-dash] spec.containers[1] has no name, as if it belonged to"
                + " the container before it. Remove the \"- \" here, and indent the lines like"
                + " those of the container above.");
  }

  @Test
  void leavesOutAdviceThatIsSwitchedOffAndChangesSeverities() {
    String manifest = "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}]}\n";
    LintSettings settings =
        LintSettings.DEFAULT
            .without("liveness-missing", "Nothing here can hang.")
            .with("readiness-missing", Severity.INFO);
    assertThat(ManifestLinter.with(settings).lint("x.yaml", manifest).findings())
        .extracting(found -> found.finding().ruleId() + " " + found.finding().severity())
        .containsExactly("readiness-missing INFO");
  }

  private static String below(String path) {
    StringBuilder yaml = new StringBuilder();
    String[] fields = path.split("\\.");
    for (int i = 0; i < fields.length; i++) {
      yaml.append("  ".repeat(i)).append(fields[i]).append(":\n");
    }
    return yaml.append(CONTAINERS.indent(2 * fields.length)).toString();
  }

  private static List<PlacedFinding> errors(LintReport report) {
    return report.findings().stream()
        .filter(found -> found.finding().severity() == Severity.ERROR)
        .toList();
  }

  private static List<String> refused(LintReport report) {
    return report.findings().stream()
        .map(PlacedFinding::finding)
        .filter(finding -> finding.kind() != FindingKind.LINT)
        .map(found -> found.kind().word() + " " + found.ruleId() + " " + found.fieldPath())
        .toList();
  }
}
