package dev.sonde.manifests.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.TerminationTiming;
import dev.sonde.model.WorkloadRef;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateBuilder;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Fabric8WorkloadsTest {

  private static final Probe LIVE = Probe.of(HttpGet.of("/livez", Port.named("health")));
  private static final Probe READY = Probe.of(TcpSocket.of(Port.of(8080)));
  private static final ContainerPort HEALTH = new ContainerPort(Optional.of("health"), 8081);
  private static final ProbeSet PROBES =
      ProbeSet.forContainer("orders")
          .with(ProbeKind.LIVENESS, LIVE)
          .with(ProbeKind.READINESS, READY)
          .with(HEALTH)
          .with(new ShutdownTiming(5, 0, 20).termination());

  static List<HasMetadata> workloads() {
    PodSpec spec = spec("orders", "log-shipper");
    return List.of(
        new PodBuilder().withNewMetadata().withName("w").endMetadata().withSpec(spec).build(),
        new PodTemplateBuilder()
            .withNewMetadata()
            .withName("w")
            .endMetadata()
            .withNewTemplate()
            .withSpec(spec)
            .endTemplate()
            .build(),
        deployment(spec),
        new StatefulSetBuilder()
            .withNewMetadata()
            .withName("w")
            .endMetadata()
            .withNewSpec()
            .withNewTemplate()
            .withSpec(spec)
            .endTemplate()
            .endSpec()
            .build(),
        new DaemonSetBuilder()
            .withNewMetadata()
            .withName("w")
            .endMetadata()
            .withNewSpec()
            .withNewTemplate()
            .withSpec(spec)
            .endTemplate()
            .endSpec()
            .build(),
        new ReplicaSetBuilder()
            .withNewMetadata()
            .withName("w")
            .endMetadata()
            .withNewSpec()
            .withNewTemplate()
            .withSpec(spec)
            .endTemplate()
            .endSpec()
            .build(),
        new ReplicationControllerBuilder()
            .withNewMetadata()
            .withName("w")
            .endMetadata()
            .withNewSpec()
            .withNewTemplate()
            .withSpec(spec)
            .endTemplate()
            .endSpec()
            .build(),
        new JobBuilder()
            .withNewMetadata()
            .withName("w")
            .endMetadata()
            .withNewSpec()
            .withNewTemplate()
            .withSpec(spec)
            .endTemplate()
            .endSpec()
            .build(),
        new CronJobBuilder()
            .withNewMetadata()
            .withName("w")
            .endMetadata()
            .withNewSpec()
            .withNewJobTemplate()
            .withNewSpec()
            .withNewTemplate()
            .withSpec(spec)
            .endTemplate()
            .endSpec()
            .endJobTemplate()
            .endSpec()
            .build());
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void readsBackWhatItPutIn(HasMetadata workload) {
    HasMetadata applied = Fabric8Workloads.apply(PROBES, workload);

    assertThat(applied).hasSameClassAs(workload);
    WorkloadRef reference = new WorkloadRef(Optional.of(workload.getKind()), Optional.of("w"));
    ProbeSet expected =
        PROBES
            .in(new ContainerRef(Optional.of("orders"), reference))
            .with(
                TerminationTiming.DEFAULT.withPreStop(
                    PROBES.termination().preStop().orElseThrow()));
    assertThat(Fabric8Workloads.read(applied, "orders")).isEqualTo(expected);
    assertThat(Fabric8Workloads.read(applied))
        .containsExactly(
            expected,
            ProbeSet.forContainer(new ContainerRef(Optional.of("log-shipper"), reference)));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void leavesTheGivenWorkloadAsItWas(HasMetadata workload) {
    String before = workload.toString();
    Fabric8Workloads.apply(PROBES, workload);
    assertThat(workload).hasToString(before);
  }

  @Test
  void appliesToABuilderInTheMiddleOfAChain() {
    Deployment deployment =
        Fabric8Workloads.apply(PROBES, new DeploymentBuilder(deployment(spec("orders"))))
            .editMetadata()
            .withNamespace("shop")
            .endMetadata()
            .build();
    assertThat(deployment.getMetadata().getNamespace()).isEqualTo("shop");
    assertThat(Fabric8Workloads.read(deployment, "orders").liveness()).contains(LIVE);
  }

  @Test
  void appliesToAPodSpecBuilder() {
    PodSpec spec = Fabric8Workloads.apply(PROBES, new PodSpecBuilder(spec("orders"))).build();
    assertThat(spec.getContainers().get(0).getLivenessProbe()).isNotNull();
  }

  @Test
  void leavesProbesThatTheSetDoesNotHave() {
    ProbeSet liveness = ProbeSet.forOnlyContainer().with(ProbeKind.LIVENESS, LIVE);
    ProbeSet readiness = ProbeSet.forOnlyContainer().with(ProbeKind.READINESS, READY);
    Deployment both =
        Fabric8Workloads.apply(
            readiness, Fabric8Workloads.apply(liveness, deployment(spec("orders"))));
    ProbeSet read = Fabric8Workloads.read(both, "orders");
    assertThat(read.probes()).containsOnlyKeys(ProbeKind.LIVENESS, ProbeKind.READINESS);
  }

  @Test
  void appliesToASidecar() {
    Pod pod = podWithInit("Always");
    Pod applied =
        Fabric8Workloads.apply(ProbeSet.forContainer("proxy").with(ProbeKind.LIVENESS, LIVE), pod);
    assertThat(applied.getSpec().getInitContainers().get(0).getLivenessProbe()).isNotNull();
    assertThat(applied.getSpec().getContainers()).isEqualTo(pod.getSpec().getContainers());
  }

  @ParameterizedTest
  @CsvSource({"30, orders", "60, orders+log-shipper"})
  void shortensTheGracePeriodOnlyOfAPodWithNothingElseInIt(long expected, String containers) {
    PodSpec spec =
        spec(containers.split("\\+")).edit().withTerminationGracePeriodSeconds(60L).build();
    Deployment applied = Fabric8Workloads.apply(PROBES, deployment(spec));
    assertThat(applied.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
        .isEqualTo(expected);
  }

  @Test
  void keepsThePostStartHookBesideTheNewPreStopHook() {
    Container container =
        new ContainerBuilder()
            .withName("orders")
            .withNewLifecycle()
            .withNewPostStart()
            .withNewExec()
            .addToCommand("warm-up")
            .endExec()
            .endPostStart()
            .withNewPreStop()
            .withNewExec()
            .addToCommand("old")
            .endExec()
            .endPreStop()
            .endLifecycle()
            .build();
    Lifecycle lifecycle = Fabric8Workloads.apply(PROBES, container).getLifecycle();
    assertThat(lifecycle.getPostStart()).isEqualTo(container.getLifecycle().getPostStart());
    assertThat(lifecycle.getPreStop().getExec()).isNull();
    assertThat(lifecycle.getPreStop().getSleep().getSeconds()).isEqualTo(5);
  }

  @Test
  void keepsThePostStartHookBesideTheStopSignal() {
    Container container =
        new ContainerBuilder()
            .withName("orders")
            .withNewLifecycle()
            .withNewPostStart()
            .withNewExec()
            .addToCommand("warm-up")
            .endExec()
            .endPostStart()
            .endLifecycle()
            .build();
    ProbeSet stopped = ProbeSet.forContainer("orders").stopSignal("SIGINT");

    Container applied = Fabric8Workloads.apply(stopped, container);

    assertThat(applied.getLifecycle().getPostStart())
        .isEqualTo(container.getLifecycle().getPostStart());
    assertThat(ContainerEdit.read(applied, WorkloadRef.ANY)).isEqualTo(stopped);
    assertThat(Fabric8Workloads.apply(PROBES, applied).getLifecycle().getStopSignal())
        .isEqualTo("SIGINT");
  }

  @Test
  void setsTheRestartPolicyWithItsRulesAndReadsThemBack() {
    ProbeSet restarted =
        ProbeSet.forContainer("orders")
            .restartPolicy(
                "Never",
                RestartRule.onExitCodes(42, 43),
                RestartRule.exceptOnExitCodes().restartingAllContainers());

    Container applied =
        Fabric8Workloads.apply(restarted, new ContainerBuilder().withName("orders").build());

    assertThat(applied.getRestartPolicy()).isEqualTo("Never");
    assertThat(applied.getRestartPolicyRules())
        .extracting(rule -> rule.getAction() + " " + rule.getExitCodes().getValues())
        .containsExactly("Restart [42, 43]", "RestartAllContainers []");
    assertThat(ContainerEdit.read(applied, WorkloadRef.ANY)).isEqualTo(restarted);
    assertThat(Fabric8Workloads.apply(PROBES, applied).getRestartPolicyRules())
        .isEqualTo(applied.getRestartPolicyRules());
  }

  @Test
  void aSidecarStaysOne() {
    Pod pod = podWithInit("Always");
    assertThat(Fabric8Workloads.read(pod, "proxy").restart()).isEqualTo(ContainerRestart.OF_POD);
    ProbeSet never = ProbeSet.forContainer("proxy").restartPolicy("Never");
    assertThatThrownBy(() -> Fabric8Workloads.apply(never, pod))
        .hasMessageContaining("must keep restartPolicy Always. Declare Always for it, or none.");
    assertThat(Fabric8Workloads.apply(ProbeSet.forContainer("proxy").restartPolicy("Always"), pod))
        .isEqualTo(pod);
  }

  @Test
  void refusesAnInitContainerThatIsNoSidecar() {
    assertThatThrownBy(
            () -> Fabric8Workloads.apply(ProbeSet.forContainer("proxy"), podWithInit(null)))
        .hasMessage(
            "Init container \"proxy\" of Pod w may not have probes."
                + " Only one with restartPolicy Always may.");
  }

  @Test
  void namesTheContainersThereAreAndTheLikelyOne() {
    assertThatThrownBy(
            () ->
                Fabric8Workloads.apply(
                    ProbeSet.forContainer("order"), deployment(spec("orders", "log-shipper"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Deployment w has no container \"order\"; available: orders, log-shipper."
                + " Did you mean \"orders\"?");
  }

  @Test
  void demandsANameWhereThereAreSeveralContainers() {
    assertThatThrownBy(
            () ->
                Fabric8Workloads.apply(
                    ProbeSet.forOnlyContainer(), deployment(spec("orders", "log-shipper"))))
        .hasMessage(
            "Deployment w has 2 containers: orders, log-shipper."
                + " Name the one that the probes belong to.");
    assertThatThrownBy(
            () -> Fabric8Workloads.apply(ProbeSet.forOnlyContainer(), deployment(spec())))
        .hasMessageContaining("Deployment w has no container");
  }

  @Test
  void refusesProbesOfAnotherWorkload() {
    ContainerRef reference =
        new ContainerRef(
            Optional.of("orders"),
            new WorkloadRef(Optional.of("StatefulSet"), Optional.of("orders")));
    assertThatThrownBy(
            () ->
                Fabric8Workloads.apply(
                    ProbeSet.forContainer(reference), deployment(spec("orders"))))
        .hasMessageStartingWith("These probes belong to StatefulSet orders, not to Deployment w.");
  }

  @Test
  void refusesWhatHasNoPodSpecOrSeveral() {
    assertThatThrownBy(() -> Fabric8Workloads.apply(PROBES, new ServiceBuilder().build()))
        .hasMessageStartingWith("Service has no pod spec.");
    KubernetesListBuilder two =
        new KubernetesListBuilder().withItems(deployment(spec("a")), deployment(spec("b")));
    assertThatThrownBy(() -> Fabric8Workloads.apply(PROBES, two))
        .hasMessageContaining("2 pod specs");
  }

  @Test
  void appliesToAContainerOfTheRightNameOnly() {
    Container orders = new ContainerBuilder().withName("orders").build();
    assertThat(Fabric8Workloads.apply(PROBES, orders).getReadinessProbe()).isNotNull();
    assertThatThrownBy(
            () -> Fabric8Workloads.apply(PROBES, new ContainerBuilder().withName("other").build()))
        .hasMessageStartingWith("These probes belong to container \"orders\", not to \"other\".");
  }

  @Test
  void declaresAPortOnlyWhereItIsMissing() {
    Container bare = new ContainerBuilder().withName("orders").build();
    Container once = Fabric8Workloads.apply(PROBES, bare);
    assertThat(once.getPorts()).hasSize(1);
    assertThat(Fabric8Workloads.apply(PROBES, once)).isEqualTo(once);
  }

  @Test
  void givesAnUnnamedPortTheNameThatProbesNeed() {
    Container unnamed =
        new ContainerBuilder()
            .withName("orders")
            .addNewPort()
            .withContainerPort(8081)
            .endPort()
            .build();
    Container applied = Fabric8Workloads.apply(PROBES, unnamed);
    assertThat(applied.getPorts()).singleElement().extracting("name").isEqualTo("health");
  }

  @Test
  void takesAPortOfAnotherProtocolForAnotherPort() {
    Container udp =
        new ContainerBuilder()
            .withName("orders")
            .addNewPort()
            .withContainerPort(8081)
            .withProtocol("UDP")
            .endPort()
            .build();
    assertThat(Fabric8Workloads.apply(PROBES, udp).getPorts()).hasSize(2);
  }

  @Test
  void refusesPortsThatContradictTheProbes() {
    Container otherNumber =
        new ContainerBuilder()
            .withName("orders")
            .addNewPort()
            .withName("health")
            .withContainerPort(1)
            .endPort()
            .build();
    assertThatThrownBy(() -> Fabric8Workloads.apply(PROBES, otherNumber))
        .hasMessage(
            "Container \"orders\" declares port \"health\" as 1, the probes need port \"health\""
                + " to be 8081. Use one name and one number for it.");
    Container otherName =
        new ContainerBuilder()
            .withName("orders")
            .addNewPort()
            .withName("web")
            .withContainerPort(8081)
            .endPort()
            .build();
    assertThatThrownBy(() -> Fabric8Workloads.apply(PROBES, otherName))
        .hasMessageContaining("declares port \"web\" as 8081");
    Container otherProtocol =
        new ContainerBuilder()
            .withName("orders")
            .addNewPort()
            .withName("health")
            .withContainerPort(8081)
            .withProtocol("UDP")
            .endPort()
            .build();
    assertThatThrownBy(() -> Fabric8Workloads.apply(PROBES, otherProtocol))
        .hasMessageContaining("declares port \"health\" as 8081 (UDP), the probes need port");
  }

  private static PodSpec spec(String... containers) {
    PodSpecBuilder builder = new PodSpecBuilder();
    for (String name : containers) {
      builder.addNewContainer().withName(name).endContainer();
    }
    return builder.build();
  }

  private static Pod podWithInit(String restartPolicy) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("w")
        .endMetadata()
        .withNewSpecLike(spec("orders"))
        .addNewInitContainer()
        .withName("proxy")
        .withRestartPolicy(restartPolicy)
        .endInitContainer()
        .endSpec()
        .build();
  }

  private static Deployment deployment(PodSpec spec) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("w")
        .endMetadata()
        .withNewSpec()
        .withNewTemplate()
        .withSpec(spec)
        .endTemplate()
        .endSpec()
        .build();
  }
}
