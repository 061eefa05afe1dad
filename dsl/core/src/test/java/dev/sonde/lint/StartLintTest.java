package dev.sonde.lint;

import static dev.sonde.dsl.Probes.httpGet;
import static dev.sonde.dsl.Probes.seconds;
import static dev.sonde.dsl.Probes.tcpSocket;
import static dev.sonde.lint.LintFixture.find;
import static dev.sonde.lint.LintFixture.liveness;
import static dev.sonde.lint.LintFixture.orders;
import static dev.sonde.lint.LintFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartLintTest {

  private static final ApplicationFacts STARTS_IN_120_S =
      ApplicationFacts.JVM.withWorstStart(seconds(120));

  @Test
  void missesAStartupProbeOnlyBesideALivenessProbe() {
    ContainerSpec patient = liveness(tcpSocket("http").failuresBeforeRestart(10));
    assertThat(find("startup-missing", patient, ApplicationFacts.JVM))
        .extracting(Finding::message)
        .containsExactly(
            "container \"orders\" has no startup probe, so its liveness probe gives it 90 s to"
                + " start.");
    assertThat(find("startup-missing", patient)).as("nothing shows a JVM").isEmpty();
    assertThat(find("startup-missing", orders(), ApplicationFacts.JVM)).isEmpty();
    assertThat(
            find(
                "startup-missing",
                started(tcpSocket("http"), tcpSocket("http")),
                ApplicationFacts.JVM))
        .isEmpty();
  }

  /** One probe, one finding. */
  @Test
  void leavesAStartupProbeToTheRuleThatSaysMoreOfIt() {
    assertThat(advice(liveness(tcpSocket("http").periodSeconds(5))))
        .contains("jvm-start")
        .doesNotContain("startup-missing");
    assertThat(advice(liveness(tcpSocket("http").initialDelaySeconds(90))))
        .contains("liveness-delay")
        .doesNotContain("startup-missing", "jvm-start");
  }

  private static List<String> advice(ContainerSpec container) {
    return ProbeLint.check(
            PodSpec.of(container),
            FieldPath.of("spec"),
            PodContext.of("Deployment")
                .withContainers(Map.of("orders", ContainerContext.of(ApplicationFacts.JVM))))
        .stream()
        .map(Finding::ruleId)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"12,1", "13,0"})
  void comparesTheGuaranteedStartWithTheWorstOne(int failureThreshold, int findings) {
    assertThat(
            find(
                "start-budget",
                started(tcpSocket("http").failureThreshold(failureThreshold), tcpSocket("http")),
                STARTS_IN_120_S))
        .hasSize(findings);
  }

  @Test
  void saysWhichThresholdWouldDo() {
    assertThat(
            find(
                "start-budget",
                started(tcpSocket("http").every(seconds(7)), tcpSocket("http")),
                STARTS_IN_120_S))
        .extracting(finding -> finding.fieldPath() + " " + finding.text())
        .containsExactly(
            "spec.containers[0].startupProbe.failureThreshold [start-budget] the startup probe of"
                + " container \"orders\" guarantees 14 s to start: 0 + (3 - 1) x 7; the worst start"
                + " declared is 120 s. Set failureThreshold to 19.");
  }

  @Test
  void withoutAStartupProbeTheLivenessProbeBoundsTheStart() {
    assertThat(find("start-budget", liveness(tcpSocket("http")), STARTS_IN_120_S))
        .extracting(Finding::remedy)
        .containsExactly("Add a startup probe that guarantees it.");
    assertThat(
            find(
                "start-budget",
                liveness(tcpSocket("http").initialDelay(seconds(101))),
                STARTS_IN_120_S))
        .isEmpty();
    assertThat(find("start-budget", orders(), STARTS_IN_120_S)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "40,1", "41,0"})
  void aJvmNeedsTimeToStart(int delay, int findings) {
    assertThat(
            find(
                "jvm-start",
                liveness(tcpSocket("http").initialDelaySeconds(delay)),
                ApplicationFacts.JVM))
        .hasSize(findings);
    assertThat(find("jvm-start", liveness(tcpSocket("http").initialDelaySeconds(delay)))).isEmpty();
  }

  @Test
  void leavesAJvmWithADeclaredStartToTheStartBudget() {
    assertThat(find("jvm-start", liveness(tcpSocket("http")), STARTS_IN_120_S)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60,0", "61,1"})
  void aLongDelayWantsToBeAStartupProbe(int delay, int findings) {
    assertThat(find("liveness-delay", liveness(tcpSocket("http").initialDelaySeconds(delay))))
        .hasSize(findings);
    assertThat(
            find(
                "liveness-delay",
                started(tcpSocket("http"), tcpSocket("http").initialDelaySeconds(delay))))
        .isEmpty();
  }

  @Test
  void aDelayBesideAStartupProbeIsUseless() {
    assertThat(
            find(
                "delay-beside-startup",
                started(tcpSocket("http"), tcpSocket("http").initialDelaySeconds(11))))
        .extracting(finding -> finding.fieldPath().toString())
        .containsExactly("spec.containers[0].livenessProbe.initialDelaySeconds");
    assertThat(
            find(
                "delay-beside-startup",
                started(
                    tcpSocket("http").initialDelaySeconds(9),
                    tcpSocket("http").initialDelaySeconds(10))))
        .isEmpty();
  }

  @Test
  void asksOfCodeOnlyWhatCodeCanAnswer() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .liveness(httpGet("/livez").port("undeclared").timeoutSeconds(11));

    assertThat(ProbeLint.check(probes, ApplicationFacts.UNKNOWN))
        .extracting(finding -> finding.fieldPath() + " " + finding.message())
        .containsExactly(
            "livenessProbe.timeoutSeconds timeoutSeconds = 11 of the liveness probe of container"
                + " \"orders\" is longer than periodSeconds = 10; tries that hang follow each"
                + " other without a pause.");
  }

  @Test
  void leavesOutTheContainerWhereItHasNoName() {
    ProbeSet probes =
        ProbeSet.forOnlyContainer().liveness(tcpSocket(80).timeoutSeconds(11).failureThreshold(1));

    assertThat(ProbeLint.check(probes, ApplicationFacts.UNKNOWN).all().get(0).message())
        .startsWith("timeoutSeconds = 11 of the liveness probe is longer");
  }

  @Test
  void givesNoAdviceOnNumbersThatKubernetesRefuses() {
    ProbeSet probes =
        ProbeSet.forOnlyContainer()
            .with(
                ProbeKind.LIVENESS,
                tcpSocket(80).livenessProbe().toBuilder().periodSeconds(-1).build());

    assertThat(ProbeLint.check(probes, ApplicationFacts.JVM)).isEmpty();
  }

  @ParameterizedTest(name = "startup every {0} s, liveness every {1} s, {2} failures: {3}")
  @CsvSource({"10,10,3,0", "30,10,3,1", "20,10,3,0", "21,10,3,1", "10,10,1,1", "1,10,1,1"})
  void aRestartedContainerIsAskedByLivenessUntilStartupsNextTick(
      int startup, int liveness, int failures, int findings) {
    assertThat(
            find(
                "started-inherited",
                started(
                    tcpSocket("http").periodSeconds(startup),
                    tcpSocket("http").periodSeconds(liveness).failuresBeforeRestart(failures))))
        .hasSize(findings);
    assertThat(find("started-inherited", liveness(tcpSocket("http").periodSeconds(1)))).isEmpty();
  }
}
