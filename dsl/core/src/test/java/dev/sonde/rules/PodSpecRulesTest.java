package dev.sonde.rules;

import static dev.sonde.model.ProbeKind.LIVENESS;
import static dev.sonde.model.ProbeKind.READINESS;
import static dev.sonde.model.ProbeKind.STARTUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.RestartRule;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import dev.sonde.release.KubernetesVersion;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSpecRulesTest {

  private static final FieldPath TEMPLATE = FieldPath.of("spec", "template", "spec");
  private static final Probe EMPTY = Probe.builder().build();
  private static final Lifecycle NO_HOOK =
      new Lifecycle(Optional.empty(), Optional.empty(), Optional.empty());
  private static final ContainerSpec APP = ContainerSpec.named("app");

  @Test
  void reportsMainContainersThenInitContainersThenEphemeralOnes() {
    ContainerSpec bad =
        ContainerSpec.named("x")
            .withLifecycle(preStop(new LifecycleHook(List.of())))
            .with(STARTUP, EMPTY)
            .with(READINESS, EMPTY)
            .with(LIVENESS, EMPTY);
    PodSpec pod =
        PodSpec.of(APP, bad.withRestartPolicy("Always"))
            .withInitContainers(
                bad.withRestartPolicy("Never"), bad.withRestartPolicy("Always"), bad)
            .withEphemeralContainers(
                bad.withPorts(new ContainerPort(Optional.empty(), 80)).withRestartPolicy("Never"));

    assertThat(idsAndPaths(PodSpecRules.validate(pod, TEMPLATE)))
        .containsExactly(
            "handler-missing spec.template.spec.containers[1].lifecycle.preStop",
            "handler-missing spec.template.spec.containers[1].livenessProbe",
            "handler-missing spec.template.spec.containers[1].readinessProbe",
            "handler-missing spec.template.spec.containers[1].startupProbe",
            "init-container-lifecycle spec.template.spec.initContainers[0].lifecycle",
            "init-container-probe spec.template.spec.initContainers[0].livenessProbe",
            "init-container-probe spec.template.spec.initContainers[0].readinessProbe",
            "init-container-probe spec.template.spec.initContainers[0].startupProbe",
            "handler-missing spec.template.spec.initContainers[1].lifecycle.preStop",
            "handler-missing spec.template.spec.initContainers[1].livenessProbe",
            "handler-missing spec.template.spec.initContainers[1].readinessProbe",
            "handler-missing spec.template.spec.initContainers[1].startupProbe",
            "init-container-lifecycle spec.template.spec.initContainers[2].lifecycle",
            "init-container-probe spec.template.spec.initContainers[2].livenessProbe",
            "init-container-probe spec.template.spec.initContainers[2].readinessProbe",
            "init-container-probe spec.template.spec.initContainers[2].startupProbe",
            "ephemeral-container spec.template.spec.ephemeralContainers[0].ports",
            "ephemeral-container spec.template.spec.ephemeralContainers[0].restartPolicy",
            "ephemeral-container spec.template.spec.ephemeralContainers[0].livenessProbe",
            "ephemeral-container spec.template.spec.ephemeralContainers[0].readinessProbe",
            "ephemeral-container spec.template.spec.ephemeralContainers[0].startupProbe",
            "ephemeral-container spec.template.spec.ephemeralContainers[0].lifecycle");
  }

  @Test
  void namesTheContainerByItsRoleAndName() {
    PodSpec pod =
        PodSpec.of(APP.with(LIVENESS, EMPTY))
            .withInitContainers(
                ContainerSpec.named("migrate").with(STARTUP, EMPTY),
                ContainerSpec.named("proxy").withRestartPolicy("Always").with(STARTUP, EMPTY))
            .withEphemeralContainers(ContainerSpec.named("debug").with(LIVENESS, EMPTY));

    assertThat(PodSpecRules.validate(pod, FieldPath.of("spec")).text())
        .isEqualTo(
            """
            [handler-missing] the liveness probe of container "app" has no handler. Add one of exec, httpGet, tcpSocket and grpc.
            [init-container-probe] init container "migrate" has a startup probe, which needs restartPolicy Always. Remove it, or make it a sidecar: restartPolicy Always.
            [handler-missing] the startup probe of sidecar "proxy" has no handler. Add one of exec, httpGet, tcpSocket and grpc.
            [ephemeral-container] ephemeral container "debug" has a liveness probe, which ephemeral containers cannot have. Remove livenessProbe.\
            """);
  }

  @Test
  void tellsAContainerWithoutANameByItsPlace() {
    ContainerSpec unnamed =
        new ContainerSpec(
            Optional.empty(),
            ContainerRestart.OF_POD,
            List.of(),
            Optional.empty(),
            java.util.Map.of(LIVENESS, EMPTY));

    assertThat(PodSpecRules.validate(PodSpec.of(unnamed), FieldPath.of("spec")).all().get(0))
        .extracting(Finding::message)
        .isEqualTo("the liveness probe of spec.containers[0] has no handler.");
  }

  @Test
  void judgesThePortsOfAnyContainerBeforeItsProbes() {
    ContainerSpec twice =
        ContainerSpec.named("x")
            .withPorts(port("http", 80), port("http", 81), port("8080", 0), port("Http", 82));

    assertThat(
            PodSpecRules.validate(
                    PodSpec.of(twice.with(LIVENESS, EMPTY))
                        .withInitContainers(twice, twice.withRestartPolicy("Always")),
                    FieldPath.of("spec"))
                .text()
                .lines())
        .startsWith(
            "[port-name-duplicate] name \"http\" of ports[1] of container \"x\" is another port's"
                + " already. Give each port a name of its own.",
            "[port-name] name \"8080\" of ports[2] of container \"x\" has no letter. Name it after"
                + " its protocol, such as http, or leave the name out.",
            "[port-range] port 0 of ports[2] of container \"x\" is outside 1..65535; a port that is"
                + " not written counts as 0. Give the port that the container listens on.",
            "[port-name] name \"Http\" of ports[3] of container \"x\" has characters other than a-z,"
                + " 0-9 and hyphens. Did you mean \"http\"?",
            "[handler-missing] the liveness probe of container \"x\" has no handler. Add one of exec,"
                + " httpGet, tcpSocket and grpc.")
        .anySatisfy(line -> assertThat(line).contains("ports[1] of init container \"x\""))
        .anySatisfy(line -> assertThat(line).contains("ports[1] of sidecar \"x\""));
  }

  private static ContainerPort port(String name, int number) {
    return new ContainerPort(Optional.of(name), number);
  }

  /** Its gate is off: the API server drops such a lifecycle before it looks. */
  @Test
  void aStopSignalAloneIsNoHook() {
    ContainerSpec signal =
        APP.withLifecycle(new Lifecycle(Optional.empty(), Optional.empty(), Optional.of("SIGINT")));
    PodSpec pod = PodSpec.of(APP).withInitContainers(signal).withEphemeralContainers(signal);

    assertThat(PodSpecRules.validate(pod, FieldPath.of("spec")).all()).isEmpty();
  }

  @Test
  void judgesHooksByTheRulesOfProbes() {
    Lifecycle lifecycle =
        new Lifecycle(
            Optional.of(
                new LifecycleHook(
                    List.of(new Sleep(99), HttpGet.of("/", Port.named("8080")), Exec.of("true")))),
            Optional.of(LifecycleHook.of(TcpSocket.of(Port.of(0)))),
            Optional.empty());

    assertThat(
            idsAndPaths(
                PodSpecRules.validate(
                    PodSpec.of(APP.withLifecycle(lifecycle)), FieldPath.of("spec"))))
        .containsExactly(
            "one-handler spec.containers[0].lifecycle.postStart.httpGet",
            "one-handler spec.containers[0].lifecycle.postStart.sleep",
            "port-range spec.containers[0].lifecycle.preStop.tcpSocket.port");
  }

  @Test
  void acceptsALifecycleWithoutHooksInMainContainersOnly() {
    assertThat(PodSpecRules.validate(PodSpec.of(APP.withLifecycle(NO_HOOK)), FieldPath.ROOT))
        .isEmpty();
    assertThat(
            idsAndPaths(
                PodSpecRules.validate(
                    PodSpec.of(APP).withInitContainers(APP.withLifecycle(NO_HOOK)),
                    FieldPath.ROOT)))
        .containsExactly("init-container-lifecycle initContainers[0].lifecycle");
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,true", "1,true", "30,true", "31,false"})
  void acceptsASleepWithinTheDefaultGracePeriod(long seconds, boolean legal) {
    PodSpec pod = PodSpec.of(APP.withLifecycle(preStop(LifecycleHook.of(new Sleep(seconds)))));

    Findings findings = PodSpecRules.validate(pod, FieldPath.of("spec"));

    assertThat(findings.isEmpty()).isEqualTo(legal);
    assertThat(idsAndPaths(findings))
        .allMatch("hook-sleep-range spec.containers[0].lifecycle.preStop.sleep"::equals);
  }

  @ParameterizedTest
  @CsvSource({"60,60,true", "60,61,false", "0,0,true", "0,1,false"})
  void boundsASleepByThePodsOwnGracePeriod(long gracePeriod, long seconds, boolean legal) {
    PodSpec pod =
        PodSpec.of(APP.withLifecycle(preStop(LifecycleHook.of(new Sleep(seconds)))))
            .withTerminationGracePeriodSeconds(gracePeriod);

    assertThat(PodSpecRules.validate(pod, FieldPath.of("spec")).isEmpty()).isEqualTo(legal);
  }

  @ParameterizedTest
  @CsvSource({"Always,true", "OnFailure,true", "Never,true", "always,false", "'',false"})
  void knowsThreeRestartPoliciesOfContainers(String policy, boolean legal) {
    PodSpec pod =
        PodSpec.of(APP.withRestartPolicy(policy)).withInitContainers(APP.withRestartPolicy(policy));

    List<String> refused =
        List.of(
            "container-restart-policy spec.containers[0].restartPolicy",
            "container-restart-policy spec.initContainers[0].restartPolicy");
    assertThat(idsAndPaths(PodSpecRules.validate(pod, FieldPath.of("spec"))))
        .isEqualTo(legal ? List.of() : refused);
  }

  @Test
  void boundsTheRulesForExitCodes() {
    RestartRule[] rules = new RestartRule[20];
    Arrays.fill(rules, rule("Restart", "In", 255));
    ContainerSpec most = APP.withRestartPolicy("Never").withRestartPolicyRules(rules);
    RestartRule[] more = Arrays.copyOf(rules, 21);
    more[20] = rule("RestartAllContainers", "NotIn", 256);

    assertThat(PodSpecRules.validate(PodSpec.of(most), FieldPath.of("spec"))).isEmpty();
    assertThat(
            PodSpecRules.validate(
                    PodSpec.of(most.withRestartPolicyRules(more)), FieldPath.of("spec"))
                .text())
        .isEqualTo(
            """
            [restart-policy-rules] container "app" has 21 restartPolicyRules. Write at most 20.
            [restart-policy-rules] a rule of container "app" lists 256 exit codes. List at most 255.\
            """);
  }

  @Test
  void knowsTheWordsOfRulesForExitCodes() {
    ContainerSpec container =
        APP.withRestartPolicy("Never")
            .withRestartPolicyRules(
                new RestartRule("", Optional.empty()), rule("restart", "Not", 1));

    assertThat(PodSpecRules.validate(PodSpec.of(container), FieldPath.of("spec")).text())
        .isEqualTo(
            """
            [restart-policy-rules] action "" in the restartPolicyRules of container "app" is not supported. Write Restart or RestartAllContainers.
            [restart-policy-rules] restartPolicyRules[0] of container "app" has no exitCodes. Say for which exit codes it holds.
            [restart-policy-rules] action "restart" in the restartPolicyRules of container "app" is not supported. Write Restart or RestartAllContainers.
            [restart-policy-rules] operator "Not" in the restartPolicyRules of container "app" is not supported. Write In or NotIn.\
            """);
  }

  @Test
  void demandsAPolicyBesideRulesAndLooksAtThoseOfInitContainersOnlyThen() {
    ContainerSpec container =
        APP.withRestartPolicyRules(new RestartRule("Restart", Optional.empty()));

    assertThat(
            idsAndPaths(
                PodSpecRules.validate(
                    PodSpec.of(container).withInitContainers(container), FieldPath.of("spec"))))
        .containsExactly(
            "container-restart-policy spec.containers[0].restartPolicy",
            "restart-policy-rules spec.containers[0].restartPolicyRules[0].exitCodes",
            "container-restart-policy spec.initContainers[0].restartPolicy");
  }

  @ParameterizedTest
  @CsvSource({"1.33, true", "1.34, false", "1.35, true", "1.36, false", "1.37, false"})
  void aSidecarHasRulesSinceAllContainersCanRestart(String release, boolean refused) {
    ContainerSpec sidecar =
        ContainerSpec.named("proxy")
            .withRestartPolicy("Always")
            .withRestartPolicyRules(rule("Restart", "In", 1));

    assertThat(
            idsAndPaths(
                PodSpecRules.validate(
                    PodSpec.of(APP).withInitContainers(sidecar),
                    FieldPath.of("spec"),
                    KubernetesVersion.parseSupported(release))))
        .isEqualTo(
            refused
                ? List.of("restart-policy-rules spec.initContainers[0].restartPolicyRules")
                : List.of());
  }

  private static RestartRule rule(String action, String operator, int codes) {
    return new RestartRule(
        action, Optional.of(new RestartRule.ExitCodes(operator, Collections.nCopies(codes, 1))));
  }

  private static Lifecycle preStop(LifecycleHook hook) {
    return new Lifecycle(Optional.empty(), Optional.of(hook), Optional.empty());
  }

  private static List<String> idsAndPaths(Findings findings) {
    return findings.stream().map(finding -> finding.ruleId() + " " + finding.fieldPath()).toList();
  }
}
