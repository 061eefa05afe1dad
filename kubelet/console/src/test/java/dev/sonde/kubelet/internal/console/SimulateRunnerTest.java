package dev.sonde.kubelet.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sonde.kubelet.sim.KubeletMode;
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
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(names).containsExactly("a", "Slow start", "Hang", "Database blip");
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
