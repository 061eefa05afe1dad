package dev.sonde.kubelet.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.release.KubernetesVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimulateRunnerTest {

  private static final Path SCENARIOS = Path.of("../documents/src/test/resources/scenarios");

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders}
      spec:
        selector: {matchLabels: {app: orders}}
        template:
          metadata: {labels: {app: orders}}
          spec:
            containers:
              - name: app
                image: x
                readinessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: 5}
      """;

  private static final String SCENARIO =
      """
      apiVersion: sonde.dev/v1
      kind: Scenario
      duration: 2m
      probes:
        readinessProbe: {httpGet: {path: /, port: 8080}}
      application:
        startDelay: 300ms
        startsIn: 300ms
        faults: [{does: exits, since: container, from: 4s}]
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String run(String file, OutputFormat format) throws IOException {
    assertThat(play(PlayWish.NONE, format, SCENARIOS.resolve(file).toString())).isZero();
    assertThat(told()).isEmpty();
    return printed();
  }

  private int play(PlayWish wish, OutputFormat format, String... inputs) throws IOException {
    out.reset();
    err.reset();
    InputStream in = new ByteArrayInputStream(DEPLOYMENT.getBytes(StandardCharsets.UTF_8));
    return SimulateRunner.run(List.of(inputs), wish, format, in, stream(out), stream(err));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  /** {@code -Dsonde.golden.rewrite=true} writes what is printed as what is expected. */
  @ParameterizedTest
  @CsvSource({"TEXT, worker-hangs.txt", "JSON, worker-hangs.json"})
  void printsTheTrace(OutputFormat format, String expected) throws IOException {
    String printed = run("worker-hangs.yaml", format);
    Path golden = SCENARIOS.resolve(expected);
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(golden, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(golden));
  }

  @Test
  void everyEventOfTheJsonHasTimeAndName() throws IOException {
    JsonNode trace = new JsonMapper().readTree(run("everything.yaml", OutputFormat.JSON));
    assertThat(trace.get("events").size()).isGreaterThan(1000);
    double last = 0;
    for (JsonNode event : trace.get("events")) {
      assertThat(event.get("event").isTextual()).isTrue();
      assertThat(event.get("t").doubleValue()).isGreaterThanOrEqualTo(last);
      last = event.get("t").doubleValue();
    }
    assertThat(trace.get("summary").get("pods").intValue()).isEqualTo(7);
    assertThat(run("everything.yaml", OutputFormat.JSON))
        .isEqualTo(run("everything.yaml", OutputFormat.JSON));
  }

  @Test
  void namesPodsAndContainersWhereThereAreSeveral() throws IOException {
    assertThat(run("everything.yaml", OutputFormat.TEXT))
        .contains(" [pod-0/proxy] container running", "\nt=1200.0s rollout started");
  }

  @Test
  void saysWhatItCannotRead() throws IOException {
    assertThat(play(PlayWish.NONE, OutputFormat.TEXT, "nowhere.yaml")).isEqualTo(2);
    assertThat(told()).contains("nowhere.yaml");
    assertThat(printed()).isEmpty();
  }

  @Test
  void playsTheStandardScenariosOfAManifest() throws IOException {
    Path manifest = Files.writeString(folder.resolve("deployment.yaml"), DEPLOYMENT);
    for (String input : List.of(manifest.toString(), "-")) {
      assertThat(play(PlayWish.NONE, OutputFormat.TEXT, input)).isZero();
      assertThat(printed())
          .contains("== orders-start\n", "\n== orders-hang\n", "\n== orders-database-blip\n")
          .contains("pod ready");
    }
  }

  @Test
  void playsAllThatIsInAFolderAndPassesOverTheRest() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SCENARIO);
    Files.writeString(folder.resolve("b.yaml"), DEPLOYMENT);
    Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
    assertThat(play(PlayWish.NONE, OutputFormat.JSON, folder.toString())).isZero();
    List<String> names = new ArrayList<>();
    try (MappingIterator<JsonNode> traces =
        new JsonMapper().readerFor(JsonNode.class).readValues(printed())) {
      traces.forEachRemaining(trace -> names.add(trace.get("scenario").asText()));
    }
    assertThat(names).containsExactly("a", "orders-start", "orders-hang", "orders-database-blip");
  }

  private static final String PROBED =
      "{name: app, image: x, livenessProbe: {httpGet: {path: /, port: 8080}, failureThreshold: 1}";

  private static String pod(String policy) {
    return "{restartPolicy: " + policy + ", containers: [" + PROBED + "}]}";
  }

  private static String workload(String kind, String spec) {
    return "{apiVersion: v1, kind: " + kind + ", metadata: {name: w}, spec: " + spec + "}";
  }

  private static String template(String pod) {
    return "{selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: "
        + pod
        + "}}";
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void playsWorkloadsOfEveryKind(String manifest, String end) throws IOException {
    Path file = Files.writeString(folder.resolve("w.yaml"), manifest);
    assertThat(play(PlayWish.NONE, OutputFormat.TEXT, file.toString())).isZero();
    assertThat(told()).isEmpty();
    assertThat(titles()).containsExactly("w-start", "w-hang", "w-database-blip");
    String hang = printed().split("== w-")[2];
    assertThat(hang).contains("decided: liveness probe failed", end);
  }

  static List<Arguments> workloads() {
    String again = "container running (restart 1)";
    String failed = "pod ended: Failed";
    String job = "{template: {spec: " + pod("Never") + "}}";
    String cron = "{schedule: '* * * * *', jobTemplate: {spec: " + job + "}}";
    String apps = "apps/v1, kind";
    return List.of(
        Arguments.of(workload("Pod", pod("Always")), again),
        Arguments.of(workload("Pod", pod("Never")), failed),
        Arguments.of(workload("Pod", pod("OnFailure")), again),
        Arguments.of(workload("Job", job).replace("v1, kind", "batch/v1, kind"), failed),
        Arguments.of(workload("CronJob", cron).replace("v1, kind", "batch/v1, kind"), failed),
        Arguments.of(
            workload("StatefulSet", template(pod("Always"))).replace("v1, kind", apps), again),
        Arguments.of(
            workload("DaemonSet", template(pod("Always"))).replace("v1, kind", apps), again),
        Arguments.of(
            workload("ReplicaSet", template(pod("Always"))).replace("v1, kind", apps), again));
  }

  private List<String> titles() {
    return printed()
        .lines()
        .filter(line -> line.startsWith("== "))
        .map(l -> l.substring(3))
        .toList();
  }

  @Test
  void playsEveryProbedContainerOfAPodByItself() throws IOException {
    String spec =
        "{initContainers: ["
            + PROBED.replace("app", "side")
            + ", restartPolicy: Always}, {name: init, image: x}], containers: ["
            + PROBED
            + "}, {name: silent, image: x}]}";
    Path file = Files.writeString(folder.resolve("w.yaml"), workload("Pod", spec));
    assertThat(play(PlayWish.NONE, OutputFormat.TEXT, file.toString())).isZero();
    assertThat(titles())
        .containsExactly(
            "w-app-start",
            "w-app-hang",
            "w-app-database-blip",
            "w-side-start",
            "w-side-hang",
            "w-side-database-blip");
    assertThat(printed())
        .contains("[app] container running (restart 1)", "[side] container running (restart 1)");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"1.33, refused", "1.34, restarted", "1.35, ended", "1.37, ended"})
  void aContainersOwnPolicyCountsInManifestsByTheReleaseThatIsWished(String release, String fate)
      throws IOException {
    String spec = "{containers: [" + PROBED + ", restartPolicy: Never}, {name: b, image: x}]}";
    Path file = Files.writeString(folder.resolve("w.yaml"), workload("Pod", spec));
    PlayWish wish =
        new PlayWish(
            Optional.empty(),
            Optional.of(KubernetesVersion.parseSupported(release)),
            OptionalInt.empty());
    assertThat(play(wish, OutputFormat.TEXT, file.toString())).isEqualTo(told().isEmpty() ? 0 : 2);
    boolean refused = told().contains("[container-restart-policy]") && told().contains("w.yaml:1:");
    assertThat(refused).isEqualTo(fate.equals("refused"));
    assertThat(printed().contains("container running (restart 1)"))
        .isEqualTo(fate.equals("restarted"));
  }

  @Test
  void whatIsCalledTheSameIsToldApart() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SCENARIO + "name: ../odd name\n");
    Files.writeString(folder.resolve("b.yaml"), SCENARIO + "name: ../odd name\n");
    assertThat(play(PlayWish.NONE, OutputFormat.TEXT, folder.toString())).isZero();
    assertThat(titles()).containsExactly("..-odd-name", "..-odd-name-2");
  }

  @Test
  void tellsEveryMistakeAndPlaysTheOthers() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SCENARIO.replace("startsIn", "startIn"));
    Files.writeString(folder.resolve("b.yaml"), DEPLOYMENT.replace("port: 8080", "port: 0"));
    Files.writeString(folder.resolve("c.yaml"), SCENARIO);
    assertThat(play(PlayWish.NONE, OutputFormat.TEXT, folder.toString())).isEqualTo(2);
    assertThat(told()).contains("a.yaml:8:3:", "startIn", "b.yaml:12:53: [port-range]");
    assertThat(printed()).contains("t=0.3s container running");
  }

  @Test
  void whereNothingCanBePlayedThatIsTold() throws IOException {
    Path values = Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
    assertThat(play(PlayWish.NONE, OutputFormat.TEXT, values.toString())).isEqualTo(2);
    assertThat(told()).contains("values.yaml: there is nothing to play in it.");
    assertThat(play(PlayWish.NONE, OutputFormat.TEXT, folder.toString())).isEqualTo(2);
    assertThat(told()).startsWith("There is nothing to play");
  }

  /** On a node waits of 10, 20 and 40 s were seen to last up to 15, 30 and 58 s. */
  @Test
  void inRealModeARangeOverManySeedsIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), SCENARIO);
    PlayWish real =
        new PlayWish(Optional.of(KubeletMode.REAL), Optional.empty(), OptionalInt.of(200));
    assertThat(play(real, OutputFormat.TEXT, file.toString())).isZero();
    assertThat(printed()).contains("\nOver 200 seeds, best to worst\n  ready      at t=0.");
    assertThat(play(real, OutputFormat.JSON, file.toString())).isZero();
    JsonNode range = new JsonMapper().readTree(printed()).get("range");
    assertThat(range.get("seeds").intValue()).isEqualTo(200);
    assertThat(range.get("firstReadyBest").doubleValue()).isBetween(0.6, 0.7);
    assertThat(range.get("firstReadyWorst").doubleValue()).isBetween(1.5, 1.6);
    assertThat(range.get("restart2Best").doubleValue()).isBetween(18.9, 20.5);
    assertThat(range.get("restart2Worst").doubleValue()).isBetween(22.0, 27.0);
    String once = printed();
    play(real, OutputFormat.JSON, file.toString());
    assertThat(printed()).isEqualTo(once);
  }

  @Test
  void refusesAStandardInputThatNeverEnds() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'a');
            return length;
          }
        };
    int code =
        SimulateRunner.run(
            List.of("-"), PlayWish.NONE, OutputFormat.TEXT, endless, stream(out), stream(err));
    assertThat(code).isEqualTo(SimulateRunner.UNUSABLE);
    assertThat(told()).contains("stdin: [file-unreadable]", "more than the 64 MiB");
  }
}
