package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.manifests.Golden;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.WorkloadRef;
import java.nio.file.Path;
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
        "shapes/strategic-merge/" + kind + ".yaml", StrategicMergePatch.of(Orders.in(kind)));
  }

  @Test
  void buildsWithKustomizeAndLeavesOneHandler(@TempDir Path folder) throws Exception {
    String built =
        Kubectl.kustomize(
            folder,
            Map.of(
                "base.yaml",
                Orders.BASE,
                "patch.yaml",
                StrategicMergePatch.of(Orders.in("Deployment")),
                "kustomization.yaml",
                "resources: [base.yaml]\npatches: [{path: patch.yaml}]\n"));
    Golden.assertSame("shapes/strategic-merge/built-by-kustomize.yaml", built);
  }

  @Test
  void bringsTheHookIntoTheContainerAndTheGracePeriodIntoThePod(@TempDir Path folder)
      throws Exception {
    String patch =
        StrategicMergePatch.of(
            ProbeSet.forContainer(Orders.container("Deployment"))
                .with(new ShutdownTiming(5, 10, 20).termination())
                .stopSignal("SIGINT"));
    String base =
        Orders.BASE
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
        ProbeSet.forContainer(Orders.container("Deployment"))
            .with(ProbeKind.READINESS, Probe.of(TcpSocket.of(Port.named("http"))));
    assertThat(StrategicMergePatch.of(probes)).contains("port: http");
  }
}
