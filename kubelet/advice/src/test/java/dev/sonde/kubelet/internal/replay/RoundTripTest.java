package dev.sonde.kubelet.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.model.HttpGet;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Simulated stories, written down as kubectl prints them, and read back. */
class RoundTripTest {

  private static final Duration CLOSE = Duration.ofSeconds(2);

  /** A story that begins with random numbers of probes and ends with one kill. */
  private record Story(int seed, ProbeKind killer, Scenario scenario) {

    static Story of(int seed) {
      Random random = new Random(seed);
      ProbeKind killer = seed % 3 == 0 ? ProbeKind.STARTUP : ProbeKind.LIVENESS;
      ProbeSet probes =
          ProbeSet.forContainer("orders")
              .with(killer, probe(random))
              .with(ProbeKind.READINESS, probe(random));
      FaultEffect effect =
          List.of(FaultEffect.HANGS, FaultEffect.REFUSES, FaultEffect.FAILS).get(random.nextInt(3));
      Duration from =
          killer == ProbeKind.STARTUP
              ? Duration.ZERO
              : Duration.ofMillis(20_000 + random.nextInt(20_000));
      SimulatedApplication application =
          SimulatedApplication.WELL.with(ApplicationFault.from(from, effect).ofInstance(1));
      return new Story(
          seed,
          killer,
          Scenario.of(probes, application).lasting(Duration.ofMinutes(5)).withSeed(seed));
    }

    private static Probe probe(Random random) {
      return Probe.of(HttpGet.of("/", Port.of(8081))).toBuilder()
          .number(ProbeField.PERIOD_SECONDS, 1 + random.nextInt(15))
          .number(ProbeField.TIMEOUT_SECONDS, 1 + random.nextInt(5))
          .number(ProbeField.FAILURE_THRESHOLD, 1 + random.nextInt(5))
          .build();
    }

    Stream<ProbeEvent.ProbeTried> failures() {
      return Simulation.play(scenario).trace().stream()
          .map(TraceEntry::event)
          .filter(ProbeEvent.ProbeTried.class::isInstance)
          .map(ProbeEvent.ProbeTried.class::cast)
          .filter(tried -> tried.probe() == killer)
          .filter(tried -> tried.outcome().verdict() == AttemptVerdict.FAILURE);
    }

    Instant firstFailure() {
      return KubectlRecorder.BEGINNING.plusNanos(failures().findFirst().orElseThrow().at());
    }

    /** The same story, with another threshold and an application that comes back. */
    boolean restarts(int threshold, Duration wellAfter) {
      ApplicationFault fault = scenario.template().applications().get("orders").faults().get(0);
      Duration until = Duration.ofNanos(failures().findFirst().orElseThrow().at()).plus(wellAfter);
      SimulatedApplication application =
          SimulatedApplication.WELL.with(fault.lasting(until.minus(fault.from())));
      Scenario other =
          scenario
              .withPod(
                  PodSpec.of(
                      scenario
                          .pod()
                          .containers()
                          .get(0)
                          .with(
                              killer,
                              scenario
                                  .pod()
                                  .containers()
                                  .get(0)
                                  .probe(killer)
                                  .orElseThrow()
                                  .toBuilder()
                                  .number(ProbeField.FAILURE_THRESHOLD, threshold)
                                  .build())))
              .with("orders", application);
      return Simulation.play(other).trace().stream()
          .map(TraceEntry::event)
          .anyMatch(ContainerEvent.KillDecided.class::isInstance);
    }
  }

  static Stream<Story> stories() {
    return IntStream.range(0, 60).mapToObj(Story::of);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void findsTheProbeThatDecidedAndWhenItBeganToFail(Story story) {
    ContainerReplay found = replay(story, Optional.empty());
    ReplayDecision decision = found.decisions().get(0);
    assertThat(found.restarts()).hasValue(1);
    assertThat(decision.cause()).isEqualTo(DecisionCause.of(story.killer()));
    assertThat(decision.known()).isTrue();
    Duration off =
        Duration.between(story.firstFailure(), Instant.parse(firstFailure(decision.text())));
    assertThat(off.abs()).as(decision.text()).isLessThanOrEqualTo(CLOSE);
    assertThat(found.isExplained()).as(found.decisions().toString()).isTrue();
  }

  /** The first moment that the text names. */
  private static String firstFailure(String text) {
    return text.replaceFirst("(?s).*?(?:from|at) (\\S+Z).*", "$1");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void saysWhatOtherThresholdsWouldHaveDone(Story story) {
    Duration wellAfter = Duration.ofMillis(500 + new Random(story.seed()).nextInt(40_000));
    ReplayDecision decision = replay(story, Optional.of(wellAfter)).decisions().get(0);
    assertThat(decision.others()).isNotEmpty();
    for (OtherNumber other : decision.others()) {
      int threshold = Integer.parseInt(other.number().replace("failureThreshold ", ""));
      if (!other.outcome().startsWith("too close")) {
        assertThat(other.outcome().startsWith("restart"))
            .as("%s: %s, well after %s", other.number(), other.outcome(), wellAfter)
            .isEqualTo(story.restarts(threshold, wellAfter));
      }
    }
  }

  private static ContainerReplay replay(Story story, Optional<Duration> wellAfter) {
    KubectlRecorder recorded = KubectlRecorder.record(story.scenario());
    ReplayRequest all =
        ReplayRequest.of(
            List.of(
                new RecordingSource("events.json", recorded.events()),
                new RecordingSource("pod.json", recorded.pod())));
    ReplayReport report = Replay.of(wellAfter.map(all::wellAfter).orElse(all));
    return report.pods().get(0).containers().get(0);
  }
}
