package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.marcnuri.helm.LintResult;
import dev.sonde.manifests.Golden;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Charts of both dialects, rendered and judged by Helm itself. */
class HelmChartTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: orders
      spec:
        selector: {matchLabels: {app: orders}}
        template:
          metadata: {labels: {app: orders}}
          spec:
            containers:
              - name: orders
                ports:
                  - name: http
                    containerPort: 8080
                  {{- include "orders.probePorts" . | nindent 12 }}
                {{- include "orders.probes" . | nindent 10 }}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"HELM", "HELM_ENABLED"})
  void rendersWhatTheCodeDeclares(Shape shape) throws Exception {
    HelmProgram chart = chart(shape, Orders.in("Deployment"));
    LintResult lint = chart.lint();
    assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
    Golden.assertSame(
        "shapes/" + shape.word() + "/rendered-by-helm.yaml", chart.template(Map.of()));
  }

  @ParameterizedTest
  @EnumSource(names = {"HELM", "HELM_ENABLED"})
  void isWrittenAsTheGoldenFilesSay(Shape shape) {
    for (ShapeFile file : parts(shape, ShapeOptions.NONE, Orders.in("Deployment"))) {
      Golden.assertSame("shapes/" + file.path(), file.text());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HELM", "HELM_ENABLED"})
  void letsAUserTuneAField(Shape shape) throws Exception {
    HelmProgram chart = chart(shape, Orders.in("Deployment"));
    String tuned =
        chart.template(
            Map.of("livenessProbe.periodSeconds", "7", "livenessProbe.timeoutSeconds", "3"));
    assertThat(tuned).contains("periodSeconds: 7", "timeoutSeconds: 3", "path: /livez");
    assertThat(chart.template(Map.of("probePorts.health", "9000")))
        .contains("containerPort: 9000", "port: health");
  }

  @Test
  void aProbeGoesWithNull() throws Exception {
    HelmProgram chart = chart(Shape.HELM, Orders.in("Deployment"));
    assertThat(chart.template(Map.of("livenessProbe", "null")))
        .contains("readinessProbe:", "startupProbe:")
        .doesNotContain("livenessProbe", "/livez");
    assertThat(
            chart.template(
                Map.of("livenessProbe", "null", "readinessProbe", "null", "startupProbe", "null")))
        .doesNotContain("Probe:");
  }

  @Test
  void aHandlerIsReplacedBesideANull() throws Exception {
    HelmProgram chart = chart(Shape.HELM, Orders.in("Deployment"));
    assertThat(
            chart.templateWith(
                "livenessProbe: {httpGet: null, tcpSocket: {port: 8080}, failureThreshold: 9}"))
        .contains("tcpSocket:", "port: 8080", "failureThreshold: 9", "periodSeconds: 10")
        .doesNotContain("/livez");
  }

  @Test
  void aSwitchedProbeGoesAndIsReplacedAsAWhole() throws Exception {
    HelmProgram chart = chart(Shape.HELM_ENABLED, Orders.in("Deployment"));
    assertThat(chart.template(Map.of("livenessProbe.enabled", "false")))
        .contains("readinessProbe:", "startupProbe:")
        .doesNotContain("livenessProbe");
    assertThat(chart.templateWith("customLivenessProbe: {tcpSocket: {port: 8080}}"))
        .contains("tcpSocket:", "port: 8080")
        .doesNotContain("/livez", "periodSeconds: 10");
  }

  @ParameterizedTest
  @CsvSource({
    "HELM, livenessProbe.periodSecond, 5",
    "HELM, livenessProbe.failureThreshold, -1",
    "HELM, livenessProbe.successThreshold, 2",
    "HELM, readinessProbe.terminationGracePeriodSeconds, 5",
    "HELM, livenessProbe.tcpSocket.port, 8080",
    "HELM, livenessProbe.httpGet.port, 99999",
    "HELM, livenessProbe.httpGet.scheme, FTP",
    "HELM, probePorts.health, 0",
    "HELM_ENABLED, livenessProbe.periodSecond, 5",
    "HELM_ENABLED, livenessProbe.enabled, 5",
    "HELM_ENABLED, livenessProbe.httpGet.path, /x",
    "HELM_ENABLED, customLivenessProbe.periodSeconds, 5",
  })
  void theSchemaRefusesWhatTheApiServerWould(Shape shape, String key, String value)
      throws Exception {
    HelmProgram chart = chart(shape, Orders.in("Deployment"));
    assertThat(chart.refusal(Map.of(key, value)))
        .contains("don't meet the specifications of the schema");
  }

  @Test
  void aProbeThatTheCodeDoesNotDeclareCannotBeSwitchedOn() throws Exception {
    ProbeSet readyOnly =
        ProbeSet.forContainer("orders")
            .with(new ContainerPort(Optional.of("health"), 8081))
            .with(ProbeKind.READINESS, Probe.of(HttpGet.of("/readyz", Port.named("health"))));
    HelmProgram chart = chart(Shape.HELM_ENABLED, readyOnly);
    assertThat(chart.refusal(Map.of("livenessProbe.enabled", "true"))).contains("enabled");
    assertThat(chart.templateWith("customLivenessProbe: {tcpSocket: {port: health}}"))
        .contains("livenessProbe:", "readinessProbe:");
  }

  @ParameterizedTest
  @EnumSource(names = {"HELM", "HELM_ENABLED"})
  void bracesAndQuotesArriveAsTheyAre(Shape shape) throws Exception {
    HttpGet odd =
        new HttpGet(
            Optional.of("/a?b={{ .Values.x }}&c=\"d\"\\"),
            Port.of(8080),
            Optional.empty(),
            Optional.empty(),
            List.of(new HttpHeader("X-Template", "{{ fail \"x\" }}")),
            Optional.empty());
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .with(new ContainerPort(Optional.of("health"), 8081))
            .with(ProbeKind.LIVENESS, Probe.of(odd));
    assertThat(chart(shape, probes).template(Map.of()))
        .contains("{{ .Values.x }}", "value: '{{ fail \"x\" }}'");
  }

  @ParameterizedTest
  @EnumSource(names = {"HELM", "HELM_ENABLED"})
  void bringsThePreStopHookToo(Shape shape) throws Exception {
    ProbeSet slow = Orders.in("Deployment").with(new ShutdownTiming(5, 10, 20).termination());
    HelmProgram chart = chart(shape, slow);
    assertThat(chart.template(Map.of())).contains("lifecycle:", "seconds: 5");
    assertThat(chart.template(Map.of("lifecycle", "null"))).doesNotContain("lifecycle:");
    assertThat(parts(shape, ShapeOptions.NONE, slow).get(0).text())
        .contains("terminationGracePeriodSeconds: 40\n");
    assertThat(parts(shape, ShapeOptions.NONE, slow).get(2).text())
        .contains("terminationGracePeriodSeconds: {{ (.Values).terminationGracePeriodSeconds }}");
  }

  @ParameterizedTest
  @EnumSource(names = {"HELM", "HELM_ENABLED"})
  void severalContainersStandEachBelowItsName(Shape shape) throws Exception {
    ProbeSet proxy =
        ProbeSet.forContainer("the-proxy")
            .with(ProbeKind.READINESS, Probe.of(HttpGet.of("/ready", Port.of(15021))));
    String deployment =
        DEPLOYMENT
            + "        - name: the-proxy\n"
            + "          {{- include \"the-proxy.probes\" . | nindent 10 }}\n";
    List<ShapeFile> parts = parts(shape, under("backend.api"), Orders.in("Deployment"), proxy);
    HelmProgram chart = HelmProgram.chart(folder, parts, deployment);
    Golden.assertSame(
        "shapes/" + shape.word() + "/several-containers.yaml",
        chart.template(Map.of("backend.api.the-proxy.readinessProbe.periodSeconds", "3")));
    assertThat(chart.refusal(Map.of("backend.api.the-proxy.readinessProbe.period", "3")))
        .contains("schema");
  }

  @ParameterizedTest
  @CsvSource({"a..b", "'{{x}}'", "a b", "''"})
  void aPathOfAnotherFormIsRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts(Shape.HELM, under(path), Orders.in("Deployment")))
        .withMessageContaining("\"" + path + "\" is no path into a chart's values.");
  }

  private HelmProgram chart(Shape shape, ProbeSet probes) throws Exception {
    boolean ports = !probes.ports().isEmpty();
    return HelmProgram.chart(
        folder,
        parts(shape, ShapeOptions.NONE, probes),
        ports ? DEPLOYMENT : DEPLOYMENT.replaceFirst(".*probePorts.*\n", ""));
  }

  private static List<ShapeFile> parts(Shape shape, ShapeOptions options, ProbeSet... sets) {
    return shape.render(List.of(sets), options).files();
  }

  private static ShapeOptions under(String path) {
    return new ShapeOptions(
        BaseManifests.NONE, ContainerImages.NONE, Optional.empty(), Optional.of(path));
  }
}
