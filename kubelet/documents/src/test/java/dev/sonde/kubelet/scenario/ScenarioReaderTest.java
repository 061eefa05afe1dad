package dev.sonde.kubelet.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.BackOffLimits;
import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.PodAmount;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.kubelet.sim.VersionRollout;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

  @TempDir Path folder;

  private Scenario read(String text) {
    return ScenarioReader.read("s.yaml", text.getBytes(StandardCharsets.UTF_8), folder);
  }

  private static String scenario(String rest) {
    return "apiVersion: sonde.dev/v1\nkind: Scenario\n" + rest;
  }

  private static final String PROBES = "probes: {livenessProbe: {tcpSocket: {port: 80}}}\n";

  @Test
  void readsEveryField() throws IOException {
    Scenario read = ScenarioReader.read(SCENARIOS.resolve("everything.yaml"));
    assertThat(read.name()).isEqualTo("all of it");
    assertThat(read.duration()).isEqualTo(Duration.ofMinutes(90));
    assertThat(read.seed()).isEqualTo(42);
    assertThat(read.kubelet().version()).hasToString("1.34");
    assertThat(read.kubelet().upFor()).contains(Duration.ofSeconds(3));
    assertThat(read.kubelet().restartsAt())
        .containsExactly(Duration.ofMinutes(5), Duration.ofSeconds(400));
    assertThat(read.kubelet().backOff()).isEqualTo(BackOffLimits.REDUCED);
    assertThat(read.kubelet().syncDelay()).isEqualTo(Duration.ofMillis(1500));
    assertThat(read.kubelet().endpointDelay()).isEqualTo(Duration.ofSeconds(2));
    assertThat(read.pod().effectiveTerminationGracePeriodSeconds()).isEqualTo(45);
    assertThat(read.pod().initContainers().get(0).restartsAlways()).isTrue();
    SimulatedApplication proxy = read.template().applications().get("proxy");
    assertThat(proxy.stopsIn()).isEmpty();
    assertThat(proxy.preStop()).isEqualTo(Duration.ofSeconds(2));
    assertThat(proxy.postStart()).isEqualTo(Duration.ofMillis(500));
    SimulatedApplication app = read.template().applications().get("app");
    assertThat(app.refusesOnceStopping()).isTrue();
    assertThat(app.faults())
        .startsWith(
            ApplicationFault.from(Duration.ofSeconds(60), FaultEffect.HANGS)
                .lasting(Duration.ofSeconds(12)),
            ApplicationFault.from(Duration.ofSeconds(100), FaultEffect.FAILS)
                .lasting(Duration.ofSeconds(30))
                .noticedBy(ProbeKind.READINESS)
                .saying("HTTP status 503"));
    assertThat(app.faults().get(2).exitCode()).isEqualTo(3);
    assertThat(app.randomFaults()).hasSize(1);
    assertThat(app.results().get(ProbeKind.LIVENESS))
        .extracting(result -> result.outcome().verdict().word())
        .containsExactly("success", "failure", "failure");
    VersionRollout rollout = read.fleet().rollout().orElseThrow();
    assertThat(rollout.maxSurge()).isEqualTo(new PodAmount(1, false));
    assertThat(rollout.maxUnavailable()).isEqualTo(new PodAmount(0, true));
    assertThat(rollout.progressDeadline()).isEqualTo(Duration.ofSeconds(120));
    assertThat(rollout.to().applications().get("app").startsIn()).isEqualTo(Duration.ofSeconds(30));
    assertThat(rollout.to().applications().get("proxy")).isEqualTo(proxy);
    assertThat(read.removal().orElseThrow().graceSeconds()).hasValue(5);
  }

  @Test
  void readsJsonToo() {
    Scenario read =
        read(
            """
            {"apiVersion": "sonde.dev/v1", "kind": "Scenario", "duration": 30,
             "probes": {"readinessProbe": {"httpGet": {"port": 80}}}}
            """);
    assertThat(read.duration()).isEqualTo(Duration.ofSeconds(30));
    assertThat(read.name()).isEqualTo("s");
  }

  @Test
  void takesProbesFromAFile() throws IOException {
    Files.writeString(
        folder.resolve("orders.yaml"),
        "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: orders\n"
            + "livenessProbe: {tcpSocket: {port: 80}}\n");
    assertThat(read(scenario("probes: orders.yaml\n")).pod().containers().get(0).name())
        .contains("orders");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "duration: soon|3:11: [scenario-value] duration of the scenario \"soon\" is not a duration of 0 to 366 days. Write such as 40s, 1m30s, 250ms, or seconds.",
        "duration: 400d|3:11: [scenario-value] duration of the scenario \"400d\" is not a duration of 0 to 366 days. Write such as 40s, 1m30s, 250ms, or seconds.",
        "duration: -1s|3:11: [scenario-value] duration of the scenario \"-1s\" is not a duration of 0 to 366 days. Write such as 40s, 1m30s, 250ms, or seconds.",
        "duration: 999999999999999999999999|3:11: [scenario-value] duration of the scenario \"999999999999999999999999\" is not a duration of 0 to 366 days. Write such as 40s, 1m30s, 250ms, or seconds.",
        "duration: 0|1:1: [scenario-field] the scenario has a duration of 0. Write how long to watch.",
        "replicas: 0|3:11: [scenario-value] replicas of the scenario \"0\" is not a whole number from 1 to 100000. Write such a number.",
        "replicas: 9999999999|3:11: [scenario-value] replicas of the scenario \"9999999999\" is not a whole number from 1 to 100000. Write such a number.",
        "kubernetes: new|3:13: [scenario-value] kubernetes of the scenario cannot be read: Kubernetes version \"new\" is not of the form 1.34. Write major.minor.",
        "restartPolicy: Sometimes|3:16: [scenario-value] restartPolicy of the scenario \"Sometimes\" is not known. Write one of: Always, Never, OnFailure.",
        "colour: red|3:1: [unknown-field] field \"colour\" of the scenario is not known. Known:",
        "application: {startsIn: x}|3:25: [scenario-value] startsIn of application \"x\" is not a duration",
        "application: {faults: [{from: 1s}]}|3:24: [scenario-field] faults does not say what the application does. Add does.",
        "application: {faults: [{does: sleeps}]}|3:31: [scenario-value] does of faults \"sleeps\" is not known. Write one of: errors, exits, fails, hangs, refuses, succeeds, warns.",
        "application: {faults: [{does: hangs, for: 1s, until: 2s}]}|3:24: [scenario-field] faults has both for and until. Keep one of them.",
        "application: {faults: [{does: hangs, random: {}}]}|3:46: [scenario-field] random has no meanGap above 0. Add the mean time between two faults.",
        "application: {results: {liveness: [{at: 1s}]}}|3:36: [scenario-field] liveness has no result. Add result.",
        "application: {results: {readiness: [{at: 1s, result: success}]}}|3:36: [scenario-field] container \"container\" has no readiness probe that could notice this. Declare the probe, or remove its settings.",
        "application: {faults: [{does: hangs, probes: [startup, liveness]}]}|3:46: [scenario-field] container \"container\" has no startup probe",
        "rollout: {at: 1s, to: {application: {results: {startup: [{result: success}]}}}}|3:57: [scenario-field] container \"container\" has no startup probe",
        "applications: {other: {}}|3:23: [scenario-field] other is none of the containers: container. Correct the name.",
        "kubelet: {backOff: {first: 0}}|3:20: [scenario-field] backOff needs first above 0 and max not below it. Raise the lower one.",
        "kubelet: [1]|3:10: [wrong-type] kubelet of the scenario what is written is not a map of fields. Write fields and their values.",
        "rollout: {maxSurge: many}|3:21: [scenario-value] maxSurge of rollout cannot be read: \"many\" is not of the form 2 or 25%.",
        "duraton: 5s|3:1: [unknown-field] field \"duraton\" of the scenario is not known. Did you mean \"duration\"? Known:",
        "restartPolicy: always|3:16: [scenario-value] restartPolicy of the scenario \"always\" is not known. Did you mean \"Always\"? Write one of:",
        "application: {faults: [{does: hangs, from: 60s, until: 30s}]}|3:24: [scenario-field] faults has an until that is not after its from. Raise until, or write for.",
        "delete: {gracePeriodSeconds: 5}|3:9: [scenario-field] delete does not say when. Add at.",
        "evict: {}|3:8: [scenario-field] evict does not say when. Add at.",
        "rollout: {at: 1s, maxSurge: 0, maxUnavailable: 0%}|3:10: [scenario-field] rollout has both maxSurge and maxUnavailable 0, so that no pod could be replaced. Raise one of them.",
        "rollout: {at: 1s, maxUnavailable: 101%}|3:10: [scenario-field] rollout has a maxUnavailable above 100%. Write at most 100%.",
        "rollout: {at: 1s, minReadySeconds: 600}|3:10: [scenario-field] rollout has a progressDeadlineSeconds of 600, which is not above its minReadySeconds of 600. Raise progressDeadlineSeconds.",
        "conditions: [{type: lb, status: true}]|3:14: [scenario-field] conditions has type \"lb\", which is none of the pod's readinessGates. Name one of them.",
        "delete: {}, evict: {}|3:11: [yaml-syntax]"
      })
  void tellsWhatIsWrongAndWhere(String line, String mistake) {
    assertThatThrownBy(() -> read(scenario(line + "\n" + PROBES)))
        .isInstanceOf(UnreadableDocumentException.class)
        .message()
        .contains("s.yaml:" + mistake);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name: x|1:1: [scenario-field] the scenario has neither probes nor pod.",
        "probes: {livenessProbe: {periodSeconds: 5}}|[handler-missing]",
        "probes: {livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2}}|3:67: [liveness-success-threshold]",
        "probes: {livenessProbe: {tcpSocket: {port: 80}, periodSecs: 2}}|[unknown-field]",
        "pod: {spec: {containers: [{name: a, livenessProbe: {tcpSocket: {port: 0}}}]}}|3:71: [port-range]",
        "pod: {}|[scenario-value] pod of the scenario has no spec. Write spec with containers.",
        "probes: nowhere.yaml|3:9: [file-unreadable] probes of the scenario are in",
        "probes: [1]|3:9: [wrong-type] probes of the scenario what is written is not a map of fields. Write the probes, or"
      })
  void tellsWhatTheRulesSayOfTheProbes(String line, String mistake) {
    assertThatThrownBy(() -> read(scenario(line + "\n")))
        .isInstanceOf(UnreadableDocumentException.class)
        .message()
        .contains(mistake);
  }

  /** The same set by file and inline, with all that only a set has, is the same pod. */
  @Test
  void takesInlineWhatAProbeSetTakes() throws IOException {
    String set =
        """
        container: orders
        workload: {kind: Deployment, name: shop}
        ports: [{name: http, containerPort: 8080}]
        livenessProbe: {httpGet: {port: http, path: /livez}}
        lifecycle: {preStop: {sleep: {seconds: 5}}}
        terminationGracePeriodSeconds: 60
        """;
    Files.writeString(
        folder.resolve("orders.yaml"), "apiVersion: sonde.dev/v1\nkind: ProbeSet\n" + set);
    Scenario byFile = read(scenario("name: x\nprobes: orders.yaml\n"));
    Scenario inline = read(scenario("name: x\nprobes:\n" + set.indent(2)));
    assertThat(inline).isEqualTo(byFile);
    assertThat(inline.pod().effectiveTerminationGracePeriodSeconds()).isEqualTo(60);
    assertThat(inline.pod().containers().get(0).lifecycle()).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "terminationGracePeriodSeconds: 0|3:41: [grace-period-positive]",
        "lifecycle: {preStop: {sleep: {seconds: 31}}}|3:49: [hook-sleep-range]",
        "lifecycle: {postStart: {}}|3:22: [unknown-field]",
        "ports: [{containerPort: 65536}]|3:34: [port-range]",
        "container: 5|3:21: [wrong-type]",
        "kind: Pod|[document-version]",
      })
  void judgesInlineProbesAsAProbeSet(String field, String mistake) {
    assertThatThrownBy(() -> read(scenario("probes: {" + field + "}\n")))
        .isInstanceOf(UnreadableDocumentException.class)
        .message()
        .contains(mistake);
  }

  @Test
  void tellsEverythingAtOnceInTheOrderOfTheFile() {
    String text =
        scenario(
            """
            duraton: 5s
            duration: soon
            probes:
              livenessProbe: {tcpSocket: {port: 0}}
              readinessProbe: {tcpSocket: {prt: 80}}
            application: {startsIn: [1]}
            application: {startsIn: 1s}
            """);
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            UnreadableDocumentException.class,
            e ->
                assertThat(e.mistakes())
                    .extracting(m -> m.position().line() + " " + m.finding().ruleId())
                    .containsExactly(
                        "3 unknown-field",
                        "4 scenario-value",
                        "6 port-range",
                        "7 unknown-field",
                        "8 wrong-type",
                        "9 duplicate-field"));
  }

  /** Each mistake stands where it can be mended. */
  @Test
  void tellsTheMistakesOfAFileThatItNamesInThatFile() throws IOException {
    Files.writeString(
        folder.resolve("bad.yaml"),
        "apiVersion: sonde.dev/v1\nkind: ProbeSet\nlivenessProbe: {period: 1}\n");
    assertThatThrownBy(() -> read(scenario("probes: bad.yaml\nduration: soon\n")))
        .hasMessageContaining("s.yaml:4:11: [scenario-value]")
        .hasMessageContaining("bad.yaml:3:17: [unknown-field]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|[document-shape]",
        "just text|[document-shape]",
        "kind: Pod|[document-version] apiVersion \"\" with kind \"Pod\" is not known here. Write apiVersion: sonde.dev/v1 and kind: Scenario",
        "a: [|[yaml-syntax]"
      })
  void refusesWhatIsNoScenario(String text, String complaint) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableDocumentException.class)
        .message()
        .contains(complaint);
  }

  @ParameterizedTest(name = "{0} is {1} ms")
  @CsvSource({
    "40s, 40000",
    "1m30s, 90000",
    "250ms, 250",
    "1.5s, 1500",
    "7, 7000",
    "0.25, 250",
    "1h, 3600000",
    "2d, 172800000",
    "0, 0"
  })
  void readsDurations(String text, long millis) {
    assertThat(DurationText.parse(text)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"''", "s", "1 s", "1x", "-1", "1s1", "1e3", "367d", "PT1S"})
  void readsNothingElseAsADuration(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @Test
  void reportsAPodWithoutContainersWhereAnUpdateChangesTheApplication() {
    assertThatThrownBy(
            () ->
                ScenarioReader.read(
                    "s.yaml",
                    """
                    apiVersion: sonde.dev/v1
                    kind: Scenario
                    rollout: {at: 10s, to: {application: {}}}
                    """
                        .getBytes(StandardCharsets.UTF_8),
                    Path.of("")))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("has neither probes nor pod.");
  }
}
