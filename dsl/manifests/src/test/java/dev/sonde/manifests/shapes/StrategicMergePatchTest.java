package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.manifests.Golden;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.Shutdown;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.WorkloadRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategicMergePatchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deployment",
        "StatefulSet",
        "DaemonSet",
        "ReplicaSet",
        "Pod",
        "Job",
        "CronJob",
      })
  void namesTheWorkloadAndTheContainer(String kind) {
    Golden.assertSame(
        "shapes/strategic-merge/" + kind + ".yaml", StrategicMergePatch.of(probes(kind)));
  }

  @Test
  void buildsWithKustomizeAndLeavesOneHandler(@TempDir Path folder) throws Exception {
    String built =
        Kubectl.kustomize(
            folder,
            Map.of(
                "base.yaml",
                BASE,
                "patch.yaml",
                StrategicMergePatch.of(probes("Deployment")),
                "kustomization.yaml",
                "resources: [base.yaml]\npatches: [{path: patch.yaml}]\n"));
    Golden.assertSame("shapes/strategic-merge/built-by-kustomize.yaml", built);
  }

  @Test
  void bringsTheHookIntoTheContainerAndTheGracePeriodIntoThePod(@TempDir Path folder)
      throws Exception {
    String patch =
        StrategicMergePatch.of(
            ProbeSet.forContainer(orders("Deployment"))
                .with(new Shutdown(5, 10, 20).termination()));
    String base =
        BASE
            + """
                      lifecycle:
                        preStop:
                          exec:
                            command: [sleep, "30"]
                  terminationGracePeriodSeconds: 90
            """;
    String built =
        Kubectl.kustomize(
            folder,
            Map.of(
                "base.yaml",
                base,
                "patch.yaml",
                patch,
                "kustomization.yaml",
                "resources: [base.yaml]\npatches: [{path: patch.yaml}]\n"));
    Golden.assertSame("shapes/strategic-merge/shutdown.yaml", patch);
    Golden.assertSame("shapes/strategic-merge/shutdown-built-by-kustomize.yaml", built);
  }

  private static final String BASE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: orders
      spec:
        template:
          spec:
            containers:
              - name: proxy
                image: proxy:1
              - name: orders
                image: orders:1
                ports:
                  - containerPort: 8081
                    protocol: TCP
                livenessProbe:
                  exec:
                    command: [cat, /tmp/healthy]
                  timeoutSeconds: 3
                  periodSeconds: 30
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: 8080
      """;

  @ParameterizedTest
  @CsvSource({
    ", Deployment, orders, the container's name",
    "orders, , orders, the workload's kind",
    "orders, Deployment, , the workload's name",
    "orders, Deploymnet, orders, no workload of a known kind",
    "orders, Rollout, orders, would replace all its containers",
  })
  void refusesWhatAPatchCannotSay(String container, String kind, String name, String reason) {
    ContainerRef reference =
        new ContainerRef(
            Optional.ofNullable(container),
            new WorkloadRef(Optional.ofNullable(kind), Optional.ofNullable(name)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StrategicMergePatch.of(ProbeSet.forContainer(reference)))
        .withMessageContaining(reason);
  }

  @Test
  void asksAPortByNameWhereItsNumberIsNotKnown() {
    ProbeSet probes =
        ProbeSet.forContainer(orders("Deployment"))
            .with(ProbeKind.READINESS, Probe.of(TcpSocket.of(Port.named("http"))));
    assertThat(StrategicMergePatch.of(probes)).contains("port: http");
  }

  private static ProbeSet probes(String kind) {
    return ProbeSet.forContainer(orders(kind))
        .with(new ContainerPort(Optional.of("health"), 8081))
        .with(
            ProbeKind.STARTUP,
            Probe.builder().handler(new Exec(List.of("cat", "/tmp/started"))).build())
        .with(
            ProbeKind.LIVENESS,
            Probe.builder()
                .handler(HttpGet.of("/livez", Port.named("health")))
                .periodSeconds(10)
                .build())
        .with(
            ProbeKind.READINESS,
            Probe.builder().handler(new Grpc(9090, Optional.empty())).timeoutSeconds(2).build());
  }

  private static ContainerRef orders(String kind) {
    return new ContainerRef(
        Optional.of("orders"), new WorkloadRef(Optional.of(kind), Optional.of("orders")));
  }
}
