package dev.sonde.kubelet.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kubelet does that nobody would guess, each in the smallest scenario that shows it. */
class KubeletFactsTest {

  private static final String PROBE = "{httpGet: {path: /, port: 8080}, ";

  private static Scenario scenario(String text) {
    String document =
        "apiVersion: sonde.dev/v1\nkind: Scenario\n" + text.replace("{probe, ", PROBE);
    return ScenarioReader.read("s", document.getBytes(StandardCharsets.UTF_8), Path.of(""));
  }

  private static List<KubeletEvent> events(Scenario scenario) {
    return Simulation.play(scenario).trace().stream().map(TraceEntry::event).toList();
  }

  private static List<String> lines(String text) {
    return events(scenario(text)).stream().map(KubeletEvent::line).toList();
  }

  /** The moments of an event over many seeds in real mode, in seconds. */
  private static List<Double> real(String text, int which, Predicate<KubeletEvent> what) {
    Scenario ideal = scenario(text);
    Scenario real = ideal.on(ideal.kubelet().withMode(KubeletMode.REAL));
    List<Double> moments = new ArrayList<>();
    for (int seed = 1; seed <= 100; seed++) {
      List<KubeletEvent> found = events(real.withSeed(seed)).stream().filter(what).toList();
      moments.add(found.get(which).at() / 1e9);
    }
    return moments;
  }

  private static boolean ready(KubeletEvent event) {
    return event instanceof PodEvent.PodReadyChanged changed && changed.ready();
  }

  private static boolean tried(KubeletEvent event) {
    return event instanceof ProbeEvent.ProbeTried;
  }

  private static boolean runs(KubeletEvent event) {
    return event instanceof ContainerEvent.ContainerRunning;
  }

  private static final String LATE_SERVER =
      """
      duration: 30s
      probes: {readinessProbe: {probe, periodSeconds: 10}}
      application: {startDelay: 300ms, startsIn: 300ms}
      """;

  @Test
  void storingTheFirstValueOfReadinessLeadsToASecondTryAndANewRhythm() {
    assertThat(lines(LATE_SERVER))
        .filteredOn(line -> line.contains("readiness failed") || line.contains("succeeded"))
        .startsWith(
            "t=0.3s readiness failed (1/3): connection refused",
            "t=0.3s readiness failed (2/3): connection refused",
            "t=10.3s readiness succeeded");
    assertThat(real(LATE_SERVER, 0, KubeletFactsTest::ready))
        .allSatisfy(moment -> assertThat(moment).isBetween(0.6, 1.6));
  }

  @Test
  void aContainerThatAProbeKillsStaysReadyUntilTheNextInstanceRuns() {
    assertThat(
            lines(
                """
                duration: 60s
                probes: {livenessProbe: {probe, periodSeconds: 10, failureThreshold: 1}}
                application:
                  startDelay: 5300ms
                  stopsIn: 4s
                  faults: [{does: fails, from: 35s, until: 45s}]
                """))
        .contains(
            "t=40.0s restart decided: liveness probe failed, 30s to stop",
            "t=44.0s container exited with code 143",
            "t=49.3s container running (restart 1)")
        .noneMatch(line -> line.contains("not ready"));
  }

  @Test
  void theDelayCountsFromTheWholeSecondBeforeTheStart() {
    assertThat(
            lines(
                """
                duration: 20s
                probes: {livenessProbe: {probe, initialDelaySeconds: 10, periodSeconds: 1}}
                application: {startDelay: 900ms}
                """))
        .filteredOn(line -> line.contains("liveness succeeded"))
        .first()
        .isEqualTo("t=10.0s liveness succeeded");
  }

  @Test
  void whereNothingIsLeftToRunThePodsGracePeriodCounts() {
    String never =
        """
        duration: 90s
        restartPolicy: Never
        terminationGracePeriodSeconds: 30
        probes:
          livenessProbe: {probe, periodSeconds: 5, failureThreshold: 1, terminationGracePeriodSeconds: 7}
        application: {startDelay: 100ms, stopsIn: never, faults: [{does: fails, from: 21s}]}
        """;
    assertThat(lines(never)).contains("t=25.0s SIGTERM sent", "t=55.0s SIGKILL sent");
    assertThat(lines(never.replace("Never", "Always"))).contains("t=32.0s SIGKILL sent");
  }

  private static final String INHERITS =
      """
      duration: 2m
      probes:
        startupProbe: {probe, periodSeconds: 30}
        livenessProbe: {probe, periodSeconds: 10, failureThreshold: 1}
      application:
        startDelay: 2300ms
        startsIn: 20s
        faults: [{does: fails, from: 65s, until: 71s, instance: 1}]
      """;

  @ParameterizedTest(name = "{0}{1}: killed at 80 s {2}")
  @CsvSource({
    "1.34, '', false",
    "1.35, '', true",
    "1.36, '', true",
    "1.36, 'kubelet: {inheritsStarted: false}', false",
    "1.37, '', false",
    "1.37, 'kubelet: {inheritsStarted: true}', true"
  })
  void aRestartedContainerInheritsStartedInTwoReleases(String release, String also, boolean does) {
    List<String> lines = lines("kubernetes: \"" + release + "\"\n" + also + "\n" + INHERITS);
    assertThat(lines).contains("t=72.3s container running (restart 1)");
    assertThat(lines.contains("t=80.0s restart decided: liveness probe failed, 30s to stop"))
        .isEqualTo(does);
  }

  @Test
  void aDeletionDuringStartUpMakesNothingReady() {
    assertThat(
            lines(
                """
                duration: 60s
                probes: {startupProbe: {probe, periodSeconds: 5}}
                application: {startDelay: 100ms, startsIn: 40s, stopsIn: 5s}
                delete: {at: 22500ms}
                """))
        .contains("t=27.5s pod ended: Deleted")
        .noneMatch(line -> line.contains("ready") || line.contains("container started"));
  }

  @Test
  void aDeletionDuringAProbesKillWaitsForTheNewInstance() {
    assertThat(
            lines(
                """
                duration: 60s
                probes: {livenessProbe: {probe, periodSeconds: 5, failureThreshold: 1}}
                application: {startDelay: 300ms, stopsIn: 9s, faults: [{does: fails, from: 21s, until: 30s}]}
                delete: {at: 28s}
                """))
        .containsSubsequence(
            "t=25.0s SIGTERM sent",
            "t=34.0s container exited with code 143",
            "t=34.3s container running (restart 1)",
            "t=34.3s SIGTERM sent",
            "t=43.3s pod ended: Deleted");
  }

  @Test
  void aDeletionAsksAReadinessThatIsNotReady() {
    assertThat(
            lines(
                """
                duration: 60s
                probes: {readinessProbe: {probe, periodSeconds: 30}}
                application: {startDelay: 100ms, startsIn: 20200ms, stopsIn: 5s}
                delete: {at: 22500ms}
                """))
        .contains("t=22.5s readiness succeeded", "t=22.5s pod ready");
  }

  @Test
  void aReadinessThatIsNotReadyIsAskedEverySixtyToNinetySecondsOnANode() {
    String slow =
        """
        duration: 12m
        probes: {readinessProbe: {probe, initialDelaySeconds: 5, periodSeconds: 300}}
        application: {startDelay: 100ms, startsIn: 2s}
        """;
    assertThat(lines(slow)).contains("t=300.1s pod ready");
    assertThat(real(slow, 0, KubeletFactsTest::ready))
        .allSatisfy(moment -> assertThat(moment).isBetween(60.0, 93.0))
        .anySatisfy(moment -> assertThat(moment).isGreaterThan(80));
  }

  @Test
  void containersAreStartedOneAfterTheOther() {
    assertThat(
            lines(
                """
                duration: 10s
                pod:
                  spec:
                    containers: [{name: one, image: x}, {name: two, image: x}]
                applications: {one: {startDelay: 2300ms}, two: {startDelay: 3700ms}}
                """))
        .filteredOn(line -> line.contains("running"))
        .containsExactly("t=6.0s container running", "t=6.0s container running");
  }

  @ParameterizedTest(name = "grace {0}, hook {1}: SIGKILL at {2}, {3} to stop")
  @CsvSource({"10, 1900ms, 35.9s, 10s", "1, 0s, 27.0s, 2s", "0, 0s, 27.0s, 2s"})
  void aHookUsesUpWholeSecondsAndTwoAreLeast(String grace, String hook, String kill, String told) {
    assertThat(
            lines(
                """
                duration: 60s
                terminationGracePeriodSeconds: %s
                probes: {livenessProbe: {probe, periodSeconds: 5, failureThreshold: 1}}
                application:
                  {startDelay: 100ms, preStop: %s, stopsIn: never, faults: [{does: fails, from: 21s}]}
                """
                    .formatted(grace, hook)))
        .contains(
            "t=25.0s restart decided: liveness probe failed, " + told + " to stop",
            "t=" + kill + " SIGKILL sent");
  }

  @Test
  void overARestartOfTheKubeletReadyStaysUntilTheWorkersFirstTick() {
    List<String> lines =
        lines(
            """
            duration: 60s
            probes: {readinessProbe: {probe, periodSeconds: 5}}
            application: {startDelay: 33s, takes: 10ms}
            kubelet: {restartsAt: [40s]}
            """);
    String waits =
        lines.stream().filter(line -> line.contains("readiness waits until")).findFirst().get();
    String tick = waits.replaceAll(".*until (t=[0-9.]+s):.*", "$1");
    assertThat(lines)
        .filteredOn(line -> line.endsWith("pod not ready"))
        .containsExactly(tick + " pod not ready");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"1.34, true", "1.36, false"})
  void aContainersOwnPolicyCounts(String release, boolean restarts) {
    List<String> lines =
        lines(
            """
            kubernetes: "%s"
            duration: 30s
            pod:
              spec:
                containers:
                  - {name: main, image: x}
                  - {name: once, image: x, restartPolicy: Never}
            applications: {once: {completesIn: 5s}}
            """
                .formatted(release));
    assertThat(lines).contains("t=5.0s container exited with code 0");
    assertThat(lines.contains("t=5.0s container running (restart 1)")).isEqualTo(restarts);
  }

  @ParameterizedTest(name = "{0} with exit code {1}: {2} restarts")
  @CsvSource({"Restart, 42, 1", "Restart, 41, 0", "RestartAllContainers, 42, 2"})
  void rulesForExitCodesDecideBeforeThePolicy(String action, int code, int restarts) {
    List<KubeletEvent> events =
        events(
            scenario(
                """
                kubernetes: "1.36"
                duration: 8s
                restartPolicy: Never
                pod:
                  spec:
                    containers:
                      - {name: main, image: x}
                      - name: ruled
                        image: x
                        restartPolicy: Never
                        restartPolicyRules:
                          - action: %s
                            exitCodes: {operator: In, values: [42]}
                applications: {ruled: {faults: [{does: exits, from: 5s, exitCode: %d}]}}
                """
                    .formatted(action, code)));
    assertThat(events)
        .filteredOn(
            event -> event instanceof ContainerEvent.ContainerRunning run && run.instance() > 1)
        .hasSize(restarts);
  }

  /** It would be restarted anyway; the action is what its rules are for. */
  @Test
  void aSidecarsRuleRestartsAllContainers() {
    List<KubeletEvent> events =
        events(
            scenario(
                """
                kubernetes: "1.36"
                duration: 8s
                restartPolicy: Never
                pod:
                  spec:
                    initContainers:
                      - name: proxy
                        image: x
                        restartPolicy: Always
                        restartPolicyRules:
                          - action: RestartAllContainers
                            exitCodes: {operator: In, values: [42]}
                    containers:
                      - {name: main, image: x}
                applications: {proxy: {faults: [{does: exits, from: 5s, exitCode: 42}]}}
                """));
    assertThat(events)
        .filteredOn(
            event -> event instanceof ContainerEvent.ContainerRunning run && run.instance() > 1)
        .hasSize(2);
  }

  @ParameterizedTest(name = "{0} {1}, exit code {2}: {3}")
  @CsvSource({
    "In, '[42]', 42, true",
    "In, '[1, 42, 3]', 42, true",
    "In, '[0x2A]', 42, true",
    "In, '[4.2e1]', 42, true",
    "In, '\n                - 41\n                - 42', 42, true",
    "In, '[-214]', 42, false",
    "In, '[298]', 42, false",
    "In, '[]', 42, false",
    "In, '[null]', 0, true",
    "NotIn, '[42]', 42, false",
    "NotIn, '[42]', 0, true",
    "NotIn, '[]', 42, true"
  })
  void exitCodesOfRulesAreReadAsTheApiServerReadsThem(
      String operator, String values, int code, boolean holds) {
    List<String> lines = lines(ruled(operator, values, code));
    assertThat(lines).contains("t=5.0s container exited with code " + code);
    assertThat(lines.contains("t=5.0s container running (restart 1)")).isEqualTo(holds);
  }

  private static String ruled(String operator, String values, int code) {
    return """
    duration: 8s
    pod:
      spec:
        containers:
          - name: ruled
            image: x
            restartPolicy: Never
            restartPolicyRules:
              - action: Restart
                exitCodes:
                  operator: %s
                  values: %s
    application: {faults: [{does: exits, from: 5s, exitCode: %d}]}
    """
        .formatted(operator, values, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"42\"]", "[0.5]", "[3000000000]", "42", "[[42]]"})
  void whatIsNoExitCodeIsAMistake(String values) {
    assertThatThrownBy(() -> lines(ruled("In", values, 1)))
        .hasMessageMatching("(?s)s:\\d+:\\d+: .*values.*");
  }

  private static final String OWN_POLICY =
      "containers: [{name: a, image: x, restartPolicy: Never}]";
  private static final String RULES =
      "{name: a, image: x, restartPolicy: Always, restartPolicyRules: [{action: Restart, exitCodes:"
          + " {operator: In, values: [1]}}]}";

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusedByRelease")
  void whatTheReleaseRefusesIsAMistake(String release, String spec, String refused) {
    String text = "kubernetes: \"" + release + "\"\npod:\n  spec:\n    " + spec;
    if (refused.isEmpty()) {
      assertThat(lines(text)).isNotEmpty();
    } else {
      assertThatThrownBy(() -> lines(text)).hasMessageContaining(refused);
    }
  }

  static List<Arguments> refusedByRelease() {
    String main = "containers: [{name: main, image: x}]\n    initContainers: ";
    String sidecar = main + "[{name: a, image: x, restartPolicy: Always}]";
    String init = main + "[{name: a, image: x, restartPolicy: OnFailure}]";
    return List.of(
        Arguments.of(
            "1.31", OWN_POLICY, "[container-restart-policy] container \"a\" has restartPolicy"),
        Arguments.of("1.33", OWN_POLICY, "before Kubernetes 1.34. Remove it."),
        Arguments.of("1.34", OWN_POLICY, ""),
        Arguments.of("1.33", init, "[container-restart-policy] restartPolicy \"OnFailure\""),
        Arguments.of("1.34", init, ""),
        Arguments.of("1.31", sidecar, ""),
        Arguments.of("1.33", "containers: [" + RULES + "]", "it came with Kubernetes 1.34"),
        Arguments.of("1.33", main + "[" + RULES + "]", "no field \"restartPolicyRules\""),
        Arguments.of("1.34", "containers: [" + RULES + "]", ""),
        Arguments.of("1.35", main + "[" + RULES + "]", "a sidecar can have from Kubernetes 1.36"),
        Arguments.of("1.36", main + "[" + RULES + "]", ""));
  }

  @Test
  void aReleaseThatIsNotKnownIsAMistake() {
    assertThatThrownBy(() -> lines("kubernetes: \"1.30\"\nprobes: {}"))
        .hasMessageContaining("Kubernetes 1.30 is not supported. Write 1.31 to 1.37.");
  }

  /** App exits 4 s after each start: waits of 10, 20, 40 s are lower bounds. */
  @ParameterizedTest(name = "restart {0}: {1} to {2} s after the exit")
  @CsvSource({"1, 0, 2", "2, 10, 16.1", "3, 20, 31.1", "4, 40, 61.1"})
  void onANodeWaitsAreLongerThanTheirNominalLength(int restart, double least, double most) {
    String crashing =
        """
        duration: 4m
        probes: {container: app}
        application: {faults: [{does: exits, since: container, from: 4s}]}
        """;
    Scenario ideal = scenario(crashing);
    for (int seed = 1; seed <= 50; seed++) {
      List<KubeletEvent> events =
          events(ideal.on(ideal.kubelet().withMode(KubeletMode.REAL)).withSeed(seed));
      List<KubeletEvent> exits =
          events.stream().filter(ContainerEvent.ContainerExited.class::isInstance).toList();
      List<KubeletEvent> runs = events.stream().filter(KubeletFactsTest::runs).toList();
      double waited = (runs.get(restart).at() - exits.get(restart - 1).at()) / 1e9;
      assertThat(waited).isBetween(least, most);
    }
  }

  /** The 7th instance runs 400 s: 600 s after the last decision its wait is cleaned up. */
  @Test
  void onANodeAWaitIsCleanedUpTenMinutesAfterTheLastDecision() {
    String text =
        """
        duration: 40m
        probes: {container: app}
        application:
          faults:
            - {does: exits, since: container, from: 1s, instance: 1}
            - {does: exits, since: container, from: 1s, instance: 2}
            - {does: exits, since: container, from: 1s, instance: 3}
            - {does: exits, since: container, from: 1s, instance: 4}
            - {does: exits, since: container, from: 1s, instance: 5}
            - {does: exits, since: container, from: 1s, instance: 6}
            - {does: exits, since: container, from: 400s, instance: 7}
        """;
    assertThat(lines(text)).anyMatch(line -> line.contains("back-off 300.0s"));
    List<Double> eighth = real(text, 7, KubeletFactsTest::runs);
    List<Double> seventh = real(text, 6, KubeletFactsTest::runs);
    for (int i = 0; i < eighth.size(); i++) {
      assertThat(eighth.get(i) - seventh.get(i) - 400).isBetween(199.0, 296.0);
    }
  }

  @Test
  void whatIsTriedInRealModeIsTheSameForTheSameSeed() {
    assertThat(real(LATE_SERVER, 0, KubeletFactsTest::tried))
        .isEqualTo(real(LATE_SERVER, 0, KubeletFactsTest::tried));
  }
}
