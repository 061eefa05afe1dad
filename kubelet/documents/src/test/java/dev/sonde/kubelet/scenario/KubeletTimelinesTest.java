package dev.sonde.kubelet.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the kubelet's own code did in these scenarios, to the millisecond. Each case has one
 * expectation, or two: without and with the mistake of 1.35 and 1.36 by which a restarted container
 * inherits {@code started}.
 */
class KubeletTimelinesTest {

  private static final List<String> HARD =
      List.of("try", "stored", "kill", "started", "ready", "pod-ready");

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatTheKubeletDidIsWhatTheSimulatorSays(String release, JsonNode timeline) {
    boolean mistaken = release.equals("1.36");
    JsonNode expected =
        timeline.get("expect").get(mistaken ? timeline.get("expect").size() - 1 : 0);
    Scenario read =
        ScenarioReader.read(
            timeline.get("id").asText(),
            timeline.get("scenario").asText().getBytes(StandardCharsets.UTF_8),
            Path.of(""));
    Scenario scenario =
        read.on(read.kubelet().withVersion(KubernetesVersion.parseSupported(release)));
    List<String> events =
        Simulation.play(scenario).trace().stream()
            .map(TraceEntry::event)
            .filter(event -> millis(event.at()) < timeline.get("endMs").asLong())
            .map(KubeletTimelinesTest::line)
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    assertThat(String.join("\n", events)).isEqualTo(String.join("\n", hard(expected)));
  }

  static Stream<Arguments> cases() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            KubeletTimelinesTest.class.getResourceAsStream("kubelet-timelines.json"))) {
      List<Arguments> all = new ArrayList<>();
      for (JsonNode timeline : new ObjectMapper().readTree(file).get("cases")) {
        for (String release : List.of("1.36", "1.37")) {
          String name = timeline.get("id").asText() + " on " + release;
          all.add(Arguments.of(Named.of(name, release), timeline));
        }
      }
      return all.stream();
    }
  }

  private static List<String> hard(JsonNode events) {
    return StreamSupport.stream(events.spliterator(), false)
        .filter(event -> HARD.contains(event.get(1).asText()))
        .map(KubeletTimelinesTest::line)
        .sorted()
        .toList();
  }

  private static String line(JsonNode event) {
    StringBuilder line = new StringBuilder("%9d".formatted(event.get(0).asLong()));
    for (int i = 1; i < event.size(); i++) {
      line.append(' ').append(event.get(i).asText());
    }
    return line.toString();
  }

  private static Optional<String> line(KubeletEvent event) {
    String who = event.container();
    return what(event).map(what -> "%9d %s".formatted(millis(event.at()), what.formatted(who)));
  }

  private static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }

  private static Optional<String> what(KubeletEvent event) {
    if (event instanceof ProbeEvent.ProbeTried tried) {
      String result = tried.outcome().verdict() == AttemptVerdict.FAILURE ? "failure" : "success";
      return Optional.of(
          "try %s "
              + String.join(
                  " ",
                  tried.probe().word(),
                  "" + tried.instance(),
                  result,
                  "" + millis(tried.took())));
    } else if (event instanceof ProbeEvent.ProbeErrored errored) {
      return Optional.of("try %s " + errored.probe().word() + " " + errored.instance() + " error");
    } else if (event instanceof ProbeEvent.ProbeChanged changed) {
      return Optional.of(
          "stored %s "
              + String.join(
                  " ", changed.probe().word(), "" + changed.instance(), changed.result().word()));
    } else if (event instanceof ContainerEvent.KillDecided) {
      return Optional.of("kill %s");
    } else if (event instanceof ContainerEvent.StartedChanged changed) {
      return Optional.of("started %s " + changed.started());
    } else if (event instanceof ContainerEvent.ReadyChanged changed) {
      return Optional.of("ready %s " + changed.ready());
    } else if (event instanceof PodEvent.PodReadyChanged changed) {
      return Optional.of("pod-ready " + changed.ready());
    }
    return Optional.empty();
  }
}
