package dev.sonde.kubelet.internal.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.measured.MeasurementWriter;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredLimits;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.measured.Measurement;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.WorkloadRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SuggestTest {

  @TempDir Path folder;

  /** Thirty starts, the slowest 9.2 s; answers of up to 1.4 s; stops of up to 1.2 s. */
  private static final StartEvidence MEASURED =
      new StartEvidence(
          Distribution.of(LongStream.range(0, 30).map(i -> 7_000 + i * 2_200 / 29)),
          Map.of(ProbeKind.LIVENESS, 2L, ProbeKind.READINESS, 2L, ProbeKind.STARTUP, 2L),
          OptionalLong.of(1_200),
          "500m of CPU");

  private static Probe http(String path, int period, int timeout, int failures) {
    return Probe.of(HttpGet.of(path, Port.of(8081))).toBuilder()
        .periodSeconds(period)
        .timeoutSeconds(timeout)
        .failureThreshold(failures)
        .build();
  }

  private static ProbeSet three() {
    return ProbeSet.forContainer("orders")
        .with(ProbeKind.STARTUP, http("/startedz", 3, 1, 3))
        .with(ProbeKind.LIVENESS, http("/livez", 10, 1, 3))
        .with(ProbeKind.READINESS, http("/readyz", 10, 1, 3));
  }

  private static Objectives wanted(String... pairs) {
    Objectives all = Objectives.NONE;
    for (String pair : pairs) {
      String[] parts = pair.split("=", -1);
      all = all.with(Objective.named(parts[0]).orElseThrow(), parts[1]);
    }
    return all;
  }

  private static SuggestRequest request(ProbeSet probes, String... pairs) {
    return SuggestRequest.of(ProbedContainer.of(probes), wanted(pairs));
  }

  /** The numbers survive so many starts like the measured ones, and one failure less does not. */
  @Test
  void budgetsSurviveTenThousandStartsAndOneStepLessDoesNot() {
    SuggestRequest request =
        request(three(), "startsSurvived=10000").with(MEASURED).withMargin(1.5);
    Suggestion suggestion = Suggest.of(request);
    assertThat(suggestion.changes()).contains("startupProbe.failureThreshold: 3 -> 6");
    assertThat(suggestion.confirmed())
        .singleElement()
        .asString()
        .startsWith(
            "10000 starts drawn from the measured ones and 1.5 times as slow, on kubelets of"
                + " Kubernetes 1.37 in real mode, seeds 1 to 10000")
        .contains(": 0 killed");

    ContainerSpec numbers = suggestion.suggested().orElseThrow().container();
    Probe startup = numbers.probe(ProbeKind.STARTUP).orElseThrow();
    int oneLess = startup.timing().failureThreshold() - 1;
    Probe less = ProbeChoices.with(startup, ProbeField.FAILURE_THRESHOLD, oneLess);
    assertThat(Confirmation.of(request, numbers).killedStarts()).isZero();
    assertThat(Confirmation.of(request, numbers.with(ProbeKind.STARTUP, less)).killedStarts())
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hangRestartedWithin=70s | ''",
        "stallSurvived=20s | ''",
        "stallSurvived=40s | livenessProbe.failureThreshold: 3 -> 5",
        "hangRestartedWithin=60s | livenessProbe.failureThreshold: 3 -> 2",
        "hangRestartedWithin=45s | livenessProbe.periodSeconds: 10 -> 3",
        "trafficGoneWithin=10s | readinessProbe.periodSeconds: 10 -> 2",
        "trafficGoneWithin=40s | ''",
        "readyWithin=30s | ''",
        "readyWithin=5s | startupProbe.periodSeconds: 3 -> 1, readinessProbe.periodSeconds: 10 -> 2"
      })
  void changesAsLittleAsPossible(String objective, String change) {
    Suggestion suggestion = Suggest.of(request(three(), objective));
    assertThat(suggestion.isMet()).as(suggestion.text()).isTrue();
    assertThat(String.join(", ", suggestion.changes())).isEqualTo(change);
    assertThat(suggestion.unknown()).anyMatch(gap -> gap.startsWith("Nothing was measured"));
  }

  @Test
  void writesAnnotationsAndYaml() {
    Suggestion suggestion =
        Suggest.of(request(three(), "stallSurvived=40s", "trafficGoneWithin=10s"));
    assertThat(suggestion.text())
        .startsWith("Container orders\n  a stall of 40 s is survived\n    now: up to 20.999 s")
        .contains("  @Liveness(failureThreshold = 5)\n  @Readiness(periodSeconds = 2)\n")
        .contains("  livenessProbe:\n    httpGet:\n      path: /livez\n      port: 8081\n")
        .contains(
            "300 stalls at any moment, on kubelets of Kubernetes 1.37 in real mode, seeds 1 to 300");
    assertThat(suggestion.json()).contains("\"met\": true").contains("@Readiness(periodSeconds");
  }

  @Test
  void shortensTheGracePeriodOnlyWhereStopsWereMeasured() {
    String[] pairs = {"hangRestartedWithin=30s", "stallSurvived=10s"};
    assertThat(Suggest.of(request(three(), pairs)).isMet()).isFalse();
    assertThat(Suggest.of(request(three(), pairs).with(MEASURED)).changes())
        .contains("livenessProbe.terminationGracePeriodSeconds: not set -> 3");
  }

  @Test
  void givesTimeoutsWhatAnswersWereMeasuredToNeed() {
    Suggestion suggestion = Suggest.of(request(three(), "trafficGoneWithin=60s").with(MEASURED));
    assertThat(suggestion.changes())
        .contains("readinessProbe.timeoutSeconds: 1 -> 2", "livenessProbe.timeoutSeconds: 1 -> 2");
  }

  @Test
  void addsAStartupProbeWhereLivenessCannotBeBoth() {
    ProbeSet probes =
        ProbeSet.forContainer("orders").with(ProbeKind.LIVENESS, http("/livez", 5, 2, 3));
    Suggestion suggestion =
        Suggest.of(
            request(probes, "startsSurvived=500", "hangRestartedWithin=55s")
                .with(
                    new StartEvidence(
                        MEASURED.starts(), MEASURED.timeouts(), OptionalLong.empty(), "500m")));
    assertThat(suggestion.changes()).contains("startupProbe: new, asking what liveness asks");
    assertThat(suggestion.text()).contains("  @Startup(");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hangRestartedWithin=50s,stallSurvived=20s"
            + " | \"a hang is restarted within 54 s\" would do with the rest as it is: 4 s longer"
            + " | \"a stall of 16 s is survived\" would do with the rest as it is: 4 s shorter",
        "hangRestartedWithin=20s,readyWithin=60s"
            + " | \"a hang is restarted within 35 s\" would do: 15 s longer |",
        "trafficGoneWithin=3s | \"traffic is gone within 5 s of a hang\" would do: 2 s longer |",
      })
  void namesWhatContradictsAndByHowMuch(String objectives, String first, String second) {
    Suggestion suggestion = Suggest.of(request(three(), objectives.split(",", -1)));
    assertThat(suggestion.isMet()).isFalse();
    Contradiction contradiction = suggestion.contradiction().orElseThrow();
    assertThat(contradiction.remedies()).hasSize(second == null ? 1 : 2).contains(first);
    assertThat(second == null || contradiction.remedies().contains(second))
        .as(contradiction.remedies().toString())
        .isTrue();
    assertThat(suggestion.json()).contains("\"contradiction\"");
  }

  /** What is said to be near enough is, and a second less is not. */
  @Test
  void theNearestValuesAreRight() {
    assertThat(Suggest.of(request(three(), "hangRestartedWithin=54s", "stallSurvived=20s")).isMet())
        .isTrue();
    assertThat(Suggest.of(request(three(), "hangRestartedWithin=53s", "stallSurvived=20s")).isMet())
        .isFalse();
  }

  @Test
  void saysWhereNoProbeNoticesAHang() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .with(ProbeKind.LIVENESS, Probe.of(TcpSocket.of(Port.of(8080))));
    assertThat(Suggest.of(request(probes, "hangRestartedWithin=60s")).text())
        .contains("now: never: no probe notices it, missed")
        .contains("This cannot be met")
        .contains("where no liveness probe notices a hang");
    assertThat(Suggest.of(request(probes, "trafficGoneWithin=60s")).text())
        .contains("where no readiness probe notices a hang");
    assertThat(Suggest.of(request(probes, "stallSurvived=60s")).changes()).isEmpty();
  }

  private static final String DOCUMENT =
      MeasurementWriter.write(
          new Measurement(
              List.of(
                  new MeasuredSeries(
                      WorkloadRef.ANY,
                      "orders",
                      Optional.empty(),
                      new MeasuredLimits(
                          OptionalInt.of(500), OptionalInt.empty(), LimitMethod.CGROUP_V1),
                      new MeasuredMachine(2, "Linux", Optional.empty()),
                      Optional.empty(),
                      200,
                      Optional.empty(),
                      new MeasuredRuns(2, 0, 0, 0, 0),
                      Map.of(
                          ProbeKind.STARTUP,
                          new MeasuredProbe(
                              Distribution.of(LongStream.of(7_000, 9_200)),
                              Map.of(
                                  AnswerPhase.FIRST_TEN_SECONDS,
                                  new MeasuredAnswers(
                                      Distribution.of(LongStream.of(90, 1_400)), 0)))),
                      new MeasuredStop(
                          Distribution.of(LongStream.of(800)),
                          Distribution.NONE,
                          Distribution.NONE),
                      Distribution.NONE,
                      Distribution.NONE))));

  private SuggestRequest measured(ProbeSet probes, String text, Optional<String> workload)
      throws IOException {
    Path file = Files.writeString(folder.resolve("sonde-measured.yaml"), text);
    return request(probes, "startsSurvived=100").measured(file, workload);
  }

  @Test
  void takesEvidenceFromAMeasurement() throws IOException {
    Suggestion suggestion = Suggest.of(measured(three(), DOCUMENT, Optional.of("orders")));
    assertThat(suggestion.changes())
        .containsExactly(
            "startupProbe.timeoutSeconds: 1 -> 2", "startupProbe.failureThreshold: 3 -> 8");
    assertThat(suggestion.unknown())
        .contains(
            "2 measured starts with 500m of CPU: the largest covers 22 % of starts like these with"
                + " 95 % confidence, and one in 3 is expected to be slower.",
            "Fewer than 10 stops were measured, so grace periods stay as they are.");
  }

  @Test
  void refusesEvidenceOfAnotherContainerAndWhatWasChangedByHand() {
    ProbeSet other = three().in(ContainerRef.named("web"));
    assertThatThrownBy(() -> measured(other, DOCUMENT, Optional.empty()))
        .hasMessageContaining("sonde-measured.yaml")
        .hasMessageContaining("no start of container web was measured; there is: orders.");
    String edited = DOCUMENT.replace("9200ms", "5200ms");
    assertThat(edited).isNotEqualTo(DOCUMENT);
    assertThatThrownBy(() -> measured(three(), edited, Optional.empty()))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("by hand");
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** Whatever is suggested was confirmed; whatever is refused has a reason. */
  @ParameterizedTest
  @MethodSource("seeds")
  void confirmsWhateverItSuggests(long seed) {
    Random random = new Random(seed);
    ProbeSet probes = three();
    for (ProbeKind kind : ProbeKind.values()) {
      probes =
          probes.with(
              kind,
              http(
                  "/" + kind.word(),
                  1 + random.nextInt(20),
                  1 + random.nextInt(4),
                  1 + random.nextInt(5)));
    }
    String[] pairs = {
      "readyWithin=" + (4 + random.nextInt(30)) + "s",
      "hangRestartedWithin=" + (35 + random.nextInt(60)) + "s",
      "stallSurvived=" + (1 + random.nextInt(40)) + "s",
      "trafficGoneWithin=" + (5 + random.nextInt(20)) + "s"
    };
    SuggestRequest request = request(probes, pairs);
    Suggestion suggestion = Suggest.of(request);
    assertThat(suggestion.isMet()).isNotEqualTo(suggestion.contradiction().isPresent());
    if (suggestion.isMet()) {
      Confirmation again =
          Confirmation.of(request, suggestion.suggested().orElseThrow().container());
      assertThat(again.killedStalls()).isZero();
      request
          .objectives()
          .values()
          .forEach(
              (objective, value) ->
                  assertThat(again.worst(objective).orElse(0)).isLessThanOrEqualTo(value));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "readyWithin: soon | [objective] readyWithin is \"soon\". Write a duration such as 30s",
        "readyWithin: 0s | readyWithin is \"0s\".",
        "startsSurvived: 0 | startsSurvived is \"0\". Write a number of starts, 1 to 100000.",
        "readWithin: 30s | \"readWithin\" is no objective; there are: readyWithin,",
      })
  void refusesObjectivesThatCannotBe(String line, String message) {
    assertThatThrownBy(() -> document(line))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("wanted.yaml:3:1")
        .hasMessageContaining(message);
  }

  @Test
  void readsObjectivesFromADocument() {
    assertThat(document("readyWithin: 30s\nstartsSurvived: 10000\nstallSurvived: 1m30s"))
        .isEqualTo(wanted("readyWithin=30s", "startsSurvived=10000", "stallSurvived=90s"));
  }

  private static Objectives document(String lines) {
    String text = "apiVersion: sonde.dev/v1\nkind: Objectives\n" + lines + "\n";
    return Objectives.read("wanted.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesWhatItCannotAnswer() {
    assertThatThrownBy(() -> request(three())).hasMessageStartingWith("There is no objective.");
    assertThatThrownBy(() -> Suggest.of(request(three(), "startsSurvived=10")))
        .hasMessageStartingWith("startsSurvived needs measured starts.");
    assertThatThrownBy(() -> request(three(), "readyWithin=30s").withMargin(0.5))
        .hasMessageStartingWith("margin 0.5 is outside 1 to 100.");
    assertThatThrownBy(() -> wanted("readyWithin=never"))
        .hasMessageContaining("readyWithin is \"never\".");
  }
}
