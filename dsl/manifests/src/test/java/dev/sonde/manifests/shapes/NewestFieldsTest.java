package dev.sonde.manifests.shapes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.Golden;
import dev.sonde.manifests.lint.LintRun;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.lint.ManifestText;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Kubernetes 1.31 did not know goes into every shape. */
class NewestFieldsTest {

  private static final ProbeSet NEWEST =
      ProbeSet.forContainer(Orders.container("Deployment"))
          .with(ProbeKind.STARTUP, Probe.of(new Exec(List.of("cat", "/tmp/started"))))
          .with(ProbeKind.LIVENESS, Probe.of(Grpc.of(9090).withMode(Grpc.TLS)))
          .with(
              ProbeKind.READINESS,
              Probe.of(HttpGet.of("/readyz", Port.of(8080)).withProtocol(HttpGet.HTTP2)))
          .stopSignal("SIGINT")
          .restartPolicy(
              "Never",
              RestartRule.onExitCodes(42, 43),
              RestartRule.exceptOnExitCodes(0).restartingAllContainers());

  @ParameterizedTest
  @EnumSource
  void areInEveryShape(Shape shape) {
    for (ShapeFile file : files(shape)) {
      Golden.assertSame("shapes/newest/" + file.path(), file.text());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HELM", "HELM_ENABLED"})
  void areRenderedByHelm(Shape shape, @TempDir Path folder) throws Exception {
    String deployment =
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
              os: {name: linux}
              containers:
                - name: orders
                  image: orders:1
                  {{- include "orders.probes" . | nindent 10 }}
        """;
    HelmProgram chart = HelmProgram.chart(folder, files(shape), deployment);
    String rendered = chart.template(Map.of());
    Golden.assertSame("shapes/newest/" + shape.word() + "/rendered-by-helm.yaml", rendered);
    assertThat(errors(rendered)).isEmpty();
    assertThat(chart.template(Map.of("restartPolicy", "OnFailure", "lifecycle", "null")))
        .contains("restartPolicy: OnFailure")
        .doesNotContain("stopSignal");
  }

  /**
   * The list of rules is one value: kustomize has to put the patch's in the place of the base's.
   */
  @Test
  void areBuiltByKustomize(@TempDir Path folder) throws Exception {
    String built =
        Kubectl.kustomize(
            folder,
            Map.of(
                "base.yaml",
                Orders.BASE
                    + """
                                restartPolicy: Always
                                restartPolicyRules:
                                  - action: Restart
                                    exitCodes: {operator: In, values: [1]}
                                  - action: Restart
                                    exitCodes: {operator: In, values: [2]}
                                  - action: Restart
                                    exitCodes: {operator: In, values: [3]}
                      """,
                "patch.yaml",
                StrategicMergePatch.of(NEWEST),
                "kustomization.yaml",
                "resources: [base.yaml]\npatches: [{path: patch.yaml}]\n"));
    Golden.assertSame("shapes/newest/built-by-kustomize.yaml", built);
  }

  private static List<ShapeFile> files(Shape shape) {
    ShapeOptions options =
        new ShapeOptions(
            BaseManifests.parse("base.yaml", Orders.BASE.getBytes(UTF_8)),
            ContainerImages.parse(List.of("example/orders:1.0")),
            Optional.empty(),
            Optional.empty());
    return shape.render(List.of(NEWEST), options).files();
  }

  private static List<String> errors(String text) {
    LintRun run =
        ManifestLinter.with(LintSettings.DEFAULT.withReleases(List.of(KubernetesVersion.DEFAULT)))
            .start();
    run.add(ManifestText.of("orders.yaml", text));
    return run.report().findings().stream()
        .filter(placed -> placed.finding().severity() == Severity.ERROR)
        .map(placed -> placed.text())
        .toList();
  }
}
