package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class KubeletCommandsTest {

  @TempDir Path folder;

  private final PrintStream realOut = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void captureOutput() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restoreOutput() {
    System.setOut(realOut);
  }

  private int sonde(String... arguments) {
    return Sonde.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void simulatePlaysAScenario() throws IOException {
    String scenario =
        file(
            "s.yaml",
            """
            apiVersion: sonde.dev/v1
            kind: Scenario
            duration: 35s
            probes: {livenessProbe: {tcpSocket: {port: 80}}}
            application: {faults: [{does: refuses, from: 5s}]}
            """);
    assertThat(sonde("simulate", scenario)).isZero();
    assertThat(out()).contains("t=30.0s restart decided: liveness probe failed, 30s to stop\n");
    out.reset();
    assertThat(sonde("simulate", "--format", "json", scenario)).isZero();
    assertThat(out()).startsWith("{\"scenario\":\"s\",").contains("\"event\":\"kill-decided\"");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, 1.37", "1.34, 1.34", "'1.31,1.35', 1.35", "1.30, -", "newest, -"})
  void simulateBehavesLikeTheNewestReleaseThatIsGiven(String given, String release)
      throws IOException {
    String scenario =
        file(
            "s.yaml",
            """
            apiVersion: sonde.dev/v1
            kind: Scenario
            duration: 5s
            probes: {livenessProbe: {tcpSocket: {port: 80}}}
            """);
    List<String> words = new ArrayList<>(List.of("simulate", "--format", "json", scenario));
    if (given != null) {
      words.addAll(1, List.of("--kubernetes", given));
    }

    int code = sonde(words.toArray(String[]::new));

    if (release == null) {
      assertThat(code).isEqualTo(Sonde.FAILED);
      assertThat(err.toString()).contains("[kubernetes-version] ");
    } else {
      assertThat(out()).contains("\"kubernetes\":\"" + release + "\"");
    }
  }

  private static final String KILLING =
      """
      {"kind": "Event", "reason": "Killing", "lastTimestamp": "2026-11-29T10:01:30Z",
       "message": "Container app failed liveness probe, will be restarted",
       "involvedObject": {"kind": "Pod", "name": "orders-1", "namespace": "shop"}}
      """;

  @Test
  void replayTellsWhatHappenedOnACluster() throws IOException {
    String events = file("events.json", KILLING);
    String probes =
        file(
            "probes.yaml",
            """
            apiVersion: sonde.dev/v1
            kind: ProbeSet
            container: app
            livenessProbe: {tcpSocket: {port: 80}}
            """);
    StringWriter told = new StringWriter();
    int code =
        Sonde.commandLine()
            .setOut(new PrintWriter(told, true))
            .execute("replay", events, "--probes", probes, "--well-after", "21s");
    assertThat(code).isZero();
    assertThat(told.toString()).contains("with failureThreshold 5: no restart; a real hang would");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--well-after=0s | wellAfter \"0s\" is no duration above 0, such as 90s or 1m30s.",
        "--well-after=soon | wellAfter \"soon\" is no duration above 0",
        "--pod=other | [choice-unknown]",
        "--kubernetes=1.2 | [kubernetes-version]",
        "--probes=missing.yaml | missing.yaml"
      })
  void replayRefusesWhatItCannotUse(String option, String message) throws IOException {
    assertThat(sonde("replay", option, file("events.json", KILLING))).isEqualTo(Sonde.FAILED);
    assertThat(err.toString()).contains(message);
  }

  private String threeProbes() throws IOException {
    return file(
        "orders.yaml",
        """
        apiVersion: sonde.dev/v1
        kind: ProbeSet
        container: orders
        livenessProbe: {httpGet: {path: /livez, port: 8081}}
        readinessProbe: {httpGet: {path: /readyz, port: 8081}}
        """);
  }

  private int suggest(StringWriter told, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("suggest", threeProbes()));
    words.addAll(List.of(options));
    return Sonde.commandLine()
        .setOut(new PrintWriter(told, true))
        .setErr(new PrintWriter(err, true))
        .execute(words.toArray(String[]::new));
  }

  @Test
  void suggestFindsNumbersForWhatIsWanted() throws IOException {
    String wanted =
        file(
            "wanted.yaml",
            "apiVersion: sonde.dev/v1\nkind: Objectives\nstallSurvived: 40s\nreadyWithin: 1h\n");
    StringWriter told = new StringWriter();
    int code = suggest(told, "--objectives", wanted, "--stall-survived", "50s");
    assertThat(code).isZero();
    assertThat(told.toString())
        .contains("a stall of 50 s is survived")
        .contains("livenessProbe.failureThreshold: 3 -> 6");
  }

  @Test
  void suggestEndsWithOneWhereNothingWouldDo() throws IOException {
    StringWriter told = new StringWriter();
    assertThat(suggest(told, "--traffic-gone-within", "1s", "--format", "json")).isOne();
    assertThat(told.toString()).contains("\"contradiction\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | There is no objective.",
        "--ready-within=soon | readyWithin is \"soon\".",
        "--starts-survived=0 | startsSurvived is \"0\". Write a number of starts, 1 to 100000.",
        "--starts-survived=9 | startsSurvived needs measured starts.",
        "--ready-within=30s --margin=0 | margin 0.0 is outside 1 to 100.",
        "--ready-within=30s --container=web | [choice-unknown]",
        "--ready-within=30s --measured=missing.yaml | missing.yaml",
        "--objectives=missing.yaml | missing.yaml"
      })
  void suggestRefusesWhatItCannotUse(String options, String message) throws IOException {
    String[] words = options.isEmpty() ? new String[0] : options.split(" ", -1);
    assertThat(suggest(new StringWriter(), words)).isEqualTo(Sonde.FAILED);
    assertThat(err.toString()).contains(message);
  }

  /** The kubelet itself gives at least 2 s. */
  @Test
  void aNegativeGracePeriodOfAPodIsOneSecond() throws IOException {
    String pod =
        file(
            "pod.yaml",
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: orders}
            spec:
              terminationGracePeriodSeconds: -5
              containers: [{name: orders, image: a, livenessProbe: {httpGet: {port: 80}}}]
            """);
    assertThat(sonde("probe", "--until", "ready", "--plain", pod)).as("%s", err).isZero();
    assertThat(out()).contains("pod ready");
    out.reset();
    assertThat(sonde("simulate", pod)).isZero();
    assertThat(out()).contains("2s to stop").doesNotContain("-5");
  }

  @Test
  void probeOnceMakesOneAttempt() throws IOException {
    try (ServerSocket listening = new ServerSocket(0)) {
      String probe = file("p.yaml", "tcpSocket: {port: " + listening.getLocalPort() + "}\n");
      assertThat(sonde("probe", "--once", "--format", "json", probe)).isZero();
      assertThat(out())
          .startsWith(
              "{\"result\":\"success\",\"reason\":\"connected\",\"handler\":\"tcpSocket\",");
    }
  }

  @ParameterizedTest(name = "{0}: exit code {1}, {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "exec: {command: [\"true\"]}|0|success",
        "exec: {command: [\"false\"]}|1|failure: exit code 1",
        "exec: {command: [no-such-program]}|3|error",
        "httpGet: {port: nope}|3|error: port name \"nope\" is not declared; declared: none",
        "grpc: {port: 1}|1|failure: no answer within 1s"
      })
  void theExitCodeTellsTheResult(String probe, int code, String line) throws IOException {
    assertThat(sonde("probe", "--once", file("p.yaml", probe))).isEqualTo(code);
    assertThat(out()).startsWith(line);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "timeoutSeconds: 1|1:1: [handler-missing]",
        "{httpGet: {port: 1}, tcpSocket: {port: 1}}|[one-handler]",
        "{tcpSocket: {port: 1}, timeoutSecond: 1}|1:24: [unknown-field] the probe has no field \"timeoutSecond\". Did you mean \"timeoutSeconds\"?",
        "{tcpSocket: {prt: 1}}|1:14: [unknown-field]",
        "{tcpSocket: {port: 70000}}|1:20: [port-range]",
        "{tcpSocket: {port: 1}, timeoutSeconds: 1s}|1:40: [wrong-type]",
        "{tcpSocket: {port: 1}, timeoutSeconds: -1}|1:40: [negative-number]",
        "{exec: {command: []}}|[exec-command]",
        "{httpGet: {port: 1, scheme: https}}|1:29: [http-scheme]",
        "{httpGet: {port: 1, protocol: h2c}}|1:31: [http-protocol]",
        "{grpc: {port: 1, mode: tls}}|1:24: [grpc-mode]"
      })
  void aProbeThatKubernetesRefusesIsNotAttempted(String probe, String finding) throws IOException {
    assertThat(sonde("probe", "--once", file("p.yaml", probe))).isEqualTo(2);
    assertThat(err.toString()).contains("p.yaml:").contains(finding);
    assertThat(out()).isEmpty();
  }

  @Test
  void digitsInQuotesAreAPortNameThatNobodyDeclared() throws IOException {
    assertThat(sonde("probe", "--once", file("p.yaml", "tcpSocket: {port: '80'}"))).isEqualTo(3);
    assertThat(out()).startsWith("error: port name \"80\" is not declared");
  }

  @Test
  void theLongestTimeoutIsOne() throws IOException {
    try (ServerSocket listening = new ServerSocket(0)) {
      String port = "tcpSocket: {port: " + listening.getLocalPort() + "}\n";
      String probe = file("p.yaml", port + "timeoutSeconds: 2147483647\n");
      assertThat(sonde("probe", "--once", probe)).isZero();
    }
  }

  @Test
  void probeReadsTheProbesOfAManifest() throws IOException {
    String manifest =
        file(
            "deployment.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              template:
                spec:
                  containers:
                    - name: app
                      image: app:1
                      readinessProbe: {exec: {command: ["true"]}, periodSeconds: 1}
                    - name: other
                      image: other:1
            """);
    assertThat(sonde("probe", manifest, "--until", "ready", "--", "sleep", "60")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "several could be meant: app, other. Choose the container by its name: --container NAME");
    assertThat(
            sonde("probe", "--container", "app", "--until", "ready", manifest, "--", "sleep", "60"))
        .isZero();
    assertThat(out()).contains("pod ready\n");
  }

  @Test
  void probeEndsWithOneWhenTheGoalIsNotReachedInTime() throws IOException {
    String probes =
        file(
            "app.yaml",
            """
            apiVersion: sonde.dev/v1
            kind: ProbeSet
            container: app
            readinessProbe: {exec: {command: ["false"]}, periodSeconds: 1}
            """);
    assertThat(
            sonde(
                ("probe --plain --until ready --max-duration 1s " + probes + " -- sleep 60")
                    .split(" ")))
        .isEqualTo(1);
    assertThat(out()).endsWith("  ended      time is up\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--grace-period -5  | --grace-period (in a pom gracePeriodSeconds) -5 is negative. Give 0",
        "--grace-period=-5  | --grace-period (in a pom gracePeriodSeconds) -5 is negative. Give 0",
        "--max-duration -1s | --max-duration (in a pom maxDuration) \"-1s\" is not of the form 90s",
        "--max-duration soon| --max-duration (in a pom maxDuration) \"soon\" is not of the form 90s",
        "--when-ready-get localhost:80 | --when-ready-get (in a pom whenReadyGet)"
            + " \"localhost:80\" is no URL like http://localhost:8080/path.",
        "--restart-policy Sometimes | restartPolicy \"Sometimes\" is not known. Write Always,"
      })
  void probeTellsAMistakenOptionWithItsValueAndWhatToWrite(String options, String message)
      throws IOException {
    String probes = file("app.yaml", "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: app\n");
    assertThat(sonde(("probe " + options + " " + probes).split(" "))).isEqualTo(2);
    assertThat(err.toString()).startsWith("sonde: " + message);
  }

  @ParameterizedTest
  @CsvSource({"simulate nowhere.yaml", "probe nowhere.yaml", "probe --until never x", "simulate"})
  void whatCannotBeDoneEndsWithTwo(String line) {
    assertThat(sonde(line.split(" "))).isEqualTo(2);
  }
}
