package dev.sonde.lint;

import static dev.sonde.dsl.Probes.exec;
import static dev.sonde.dsl.Probes.httpGet;
import static dev.sonde.dsl.Probes.seconds;
import static dev.sonde.dsl.Probes.tcpSocket;
import static dev.sonde.lint.LintFixture.find;
import static dev.sonde.lint.LintFixture.liveness;
import static dev.sonde.lint.LintFixture.orders;
import static dev.sonde.lint.LintFixture.preStop;
import static dev.sonde.lint.LintFixture.readiness;
import static dev.sonde.lint.ServiceSelection.NOT_SELECTED;
import static dev.sonde.lint.ServiceSelection.SELECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.Sleep;
import dev.sonde.model.TerminationTiming;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Severity;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodLintTest {

  private static final PodContext DEPLOYMENT = PodContext.of("Deployment");
  private static final PodSpec BARE = PodSpec.of(orders());

  @ParameterizedTest
  @CsvSource({
    "Deployment, UNKNOWN, WARNING",
    "Deployment, SELECTED, ERROR",
    "Deployment, NOT_SELECTED, ",
    "Job, UNKNOWN, ",
    "CronJob, UNKNOWN, ",
    "Job, SELECTED, ERROR",
  })
  void missesReadinessWhereTrafficMayCome(
      String workload, ServiceSelection service, Severity severity) {
    assertThat(find("readiness-missing", BARE, PodContext.of(workload).with(service)))
        .extracting(Finding::severity)
        .containsExactly(severity == null ? new Severity[0] : new Severity[] {severity});
  }

  @Test
  void isContentWithOneReadinessProbeInAPod() {
    ContainerSpec proxy = ContainerSpec.named("proxy");
    ContainerSpec ready = readiness(tcpSocket("http"));

    assertThat(find("readiness-missing", PodSpec.of(proxy, ready), DEPLOYMENT)).isEmpty();
    assertThat(
            find(
                "readiness-missing",
                BARE.withInitContainers(ready.withRestartPolicy("Always")),
                DEPLOYMENT))
        .isEmpty();
    assertThat(find("readiness-missing", PodSpec.of(proxy, orders()), DEPLOYMENT))
        .extracting(finding -> finding.fieldPath() + " " + finding.message())
        .containsExactly(
            "spec.containers[0] none of container \"proxy\", container \"orders\" has a readiness"
                + " probe.");
  }

  @Test
  void aProbeThatIsWrittenWronglyIsNotMissing() {
    ContainerSpec wrong = orders().with(ProbeKind.READINESS, Probe.builder().build());

    assertThat(find("readiness-missing", PodSpec.of(wrong), DEPLOYMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment,Always,1",
    "Job,Never,0",
    "Pod,OnFailure,0",
    "Pod,Never,0",
    "Pod,Always,1"
  })
  void missesLivenessWhereAPodRunsForEver(String workload, String restartPolicy, int findings) {
    assertThat(
            find(
                "liveness-missing", BARE.withRestartPolicy(restartPolicy), PodContext.of(workload)))
        .hasSize(findings)
        .allMatch(finding -> finding.severity() == Severity.INFO);
  }

  @ParameterizedTest
  @CsvSource({"Pod,Never,1", "Pod,OnFailure,0", "Pod,Always,0", "Job,Never,0"})
  void warnsOfAKillThatNobodyRepairs(String workload, String restartPolicy, int findings) {
    PodSpec pod =
        PodSpec.of(liveness(tcpSocket("http")))
            .withInitContainers(liveness(tcpSocket("http")).withRestartPolicy("Always"))
            .withRestartPolicy(restartPolicy);

    assertThat(find("restart-never", pod, PodContext.of(workload))).hasSize(findings);
  }

  @Test
  void aJobNeedsNoReadiness() {
    PodSpec pod = PodSpec.of(readiness(tcpSocket("http")));

    assertThat(find("readiness-of-job", pod, PodContext.of("CronJob"))).hasSize(1);
    assertThat(find("readiness-of-job", pod, PodContext.of("Job").with(SELECTED))).isEmpty();
    assertThat(find("readiness-of-job", pod, DEPLOYMENT.with(NOT_SELECTED))).isEmpty();
  }

  @Test
  void looksIntoSidecarsButNotIntoInitContainers() {
    ContainerSpec bad = liveness(tcpSocket("htpp"));
    PodSpec pod = BARE.withInitContainers(bad, bad.withRestartPolicy("Always"));

    assertThat(find("port-undeclared", pod, DEPLOYMENT))
        .extracting(finding -> finding.fieldPath() + " " + finding.text())
        .containsExactly(
            "spec.initContainers[1].livenessProbe.tcpSocket.port [port-undeclared] port name"
                + " \"htpp\" of the liveness probe of sidecar \"orders\" is not declared; declared:"
                + " http, health. Did you mean \"http\"?");
  }

  @ParameterizedTest
  @CsvSource({"29,0", "30,0", "31,1"})
  void aProbesGracePeriodStaysWithinThePods(long seconds, int findings) {
    PodSpec pod =
        PodSpec.of(
            liveness(httpGet("/livez").port("health").terminationGracePeriodSeconds(seconds)));

    assertThat(find("grace-beyond-pod", pod, DEPLOYMENT)).hasSize(findings);
    assertThat(find("grace-beyond-pod", pod.withTerminationGracePeriodSeconds(seconds), DEPLOYMENT))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"29,0", "30,1"})
  void aHookThatSleepsLeavesTimeToStop(long seconds, int findings) {
    assertThat(
            find(
                "pre-stop-beyond-grace",
                orders().withLifecycle(preStop(LifecycleHook.of(new Sleep(seconds))))))
        .hasSize(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sleep 30", "sleep 20; nginx -s quit; sleep 10", "/bin/sleep 45 && kill 1"})
  void aHookThatSleepsInAScriptLeavesTimeToStop(String script) {
    LifecycleHook hook = LifecycleHook.of(Exec.of("/bin/sh", "-c", script));

    assertThat(find("pre-stop-beyond-grace", orders().withLifecycle(preStop(hook)))).hasSize(1);
    assertThat(
            find(
                "pre-stop-beyond-grace",
                PodSpec.of(orders().withLifecycle(preStop(hook)))
                    .withTerminationGracePeriodSeconds(60),
                DEPLOYMENT))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"29, 0", "30, 1"})
  void aHookOfCodeLeavesTimeToStopWithinTheGracePeriodOfCode(long sleep, int findings) {
    TerminationTiming termination =
        TerminationTiming.DEFAULT.withPreStop(LifecycleHook.of(new Sleep(sleep)));
    ProbeSet probes = ProbeSet.forContainer("orders").with(termination);

    assertThat(ProbeLint.check(probes, ApplicationFacts.UNKNOWN).all()).isEmpty();
    assertThat(
            ProbeLint.check(
                    probes.with(termination.withTerminationGracePeriodSeconds(30)),
                    ApplicationFacts.UNKNOWN)
                .all())
        .extracting(Finding::ruleId)
        .containsExactlyElementsOf(Collections.nCopies(findings, "pre-stop-beyond-grace"));
  }

  @Test
  void aHookCountsAgainstTheGracePeriodOfAProbe() {
    ContainerSpec container =
        liveness(exec("true").every(seconds(10)).gracePeriod(seconds(5)))
            .withLifecycle(preStop(LifecycleHook.of(new Sleep(5))));

    assertThat(find("pre-stop-beyond-grace", container))
        .extracting(finding -> finding.fieldPath().toString())
        .containsExactly("spec.containers[0].livenessProbe.terminationGracePeriodSeconds");
  }

  @Test
  void aSleepOfZeroNeedsANewKubernetes() {
    assertThat(
            find(
                "hook-sleep-zero", orders().withLifecycle(preStop(LifecycleHook.of(new Sleep(0))))))
        .hasSize(1);
    assertThat(
            find(
                "hook-sleep-zero", orders().withLifecycle(preStop(LifecycleHook.of(new Sleep(1))))))
        .isEmpty();
  }
}
