package dev.sonde.kubelet.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One scenario, played on virtual time and by a real server on compressed time: the same things
 * happen in the same order. No two things that depend on each other happen at one moment, and where
 * a busy machine blurs them nevertheless, they get more time.
 */
@Timeout(300)
class SameMachineTest {

  private static final double FASTEST = 4;
  private static final double SLOWEST = 0.5;
  private static final Duration DURATION = Duration.ofSeconds(34);

  /** Starts slowly, fails and recovers, and at last hangs for good, until it is restarted. */
  private static final SimulatedApplication SCRIPT =
      SimulatedApplication.builder()
          .startsIn(Duration.ofMillis(1500))
          .stopsIn(Duration.ofMillis(800))
          .exitCode(0)
          .fault(
              ApplicationFault.from(Duration.ofSeconds(9), FaultEffect.FAILS)
                  .lasting(Duration.ofMillis(5500)))
          .fault(ApplicationFault.from(Duration.ofSeconds(18), FaultEffect.HANGS).ofInstance(1))
          .build();

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static ProbeSet probes(int port) {
    Probe.Builder asks = Probe.builder().handler(HttpGet.of("/", Port.of(port))).timeoutSeconds(3);
    return ProbeSet.forContainer("app")
        .with(ProbeKind.STARTUP, asks.failureThreshold(5).periodSeconds(5).build())
        .with(ProbeKind.LIVENESS, asks.failureThreshold(2).periodSeconds(4).build())
        .with(
            ProbeKind.READINESS,
            asks.failureThreshold(1).timeoutSeconds(2).periodSeconds(8).build());
  }

  /** An answer over a network takes some time, in which the kubelet may go through the pod. */
  private static List<KubeletEvent> simulated(ProbeSet probes) {
    SimulatedApplication script = SCRIPT.toBuilder().takes(Duration.ofMillis(20)).build();
    return Simulation.play(Scenario.of(probes, script).lasting(DURATION)).trace().stream()
        .map(TraceEntry::event)
        .toList();
  }

  private static List<KubeletEvent> lived(ProbeSet probes, int port, double factor) {
    AtomicInteger instances = new AtomicInteger();
    long began = System.nanoTime();
    Supplier<Duration> clock =
        () -> Duration.ofNanos((long) ((System.nanoTime() - began) * factor));
    return run(
            probes,
            LiveOptions.builder()
                .application(
                    () ->
                        new ScriptedServer(
                            SCRIPT, instances.incrementAndGet(), port, clock, factor))
                .timeFactor(factor)
                .maxDuration(DURATION)
                .build())
        .events();
  }

  private static LiveResult run(ProbeSet probes, LiveOptions options) {
    try (RunningPod pod = RunningPod.start(ContainerSpec.of(probes), options)) {
      return pod.await();
    }
  }

  /** The first request of a JVM takes longer than a compressed timeout may. */
  private static void loadClasses(ProbeSet probes, int port) {
    LiveOptions options =
        LiveOptions.builder()
            .application(
                () -> new ScriptedServer(SimulatedApplication.WELL, 1, port, () -> DURATION, 1))
            .goal(WatchGoal.READY)
            .build();
    assertThat(run(probes, options).ending()).isEqualTo(LiveResult.Ending.GOAL_REACHED);
  }

  /** What became of one probe; its reason in the words of a simulation and of a network differ. */
  private static List<String> triesOf(ProbeKind kind, List<KubeletEvent> events) {
    return events.stream()
        .filter(event -> event instanceof ProbeEvent probe && probe.probe() == kind)
        .map(event -> event.text().replaceAll(": .*", ""))
        .toList();
  }

  /** Probes that are tried at one moment may come in any order on a network; all else may not. */
  private static List<String> others(List<KubeletEvent> events) {
    return events.stream()
        .filter(event -> !(event instanceof ProbeEvent))
        .map(KubeletEvent::text)
        .toList();
  }

  @Test
  void theSameHappensOnVirtualTimeAndToARealServer() throws IOException {
    int port = freePort();
    loadClasses(probes(port), port);
    List<KubeletEvent> simulated = simulated(probes(port));
    assertThat(others(simulated))
        .contains(
            "restart decided: liveness probe failed, 30s to stop", "container running (restart 1)");
    double factor = FASTEST;
    List<KubeletEvent> lived = lived(probes(port), port, factor);
    while (!whatHappened(lived).equals(whatHappened(simulated)) && factor > SLOWEST) {
      factor /= 2;
      lived = lived(probes(port), port, factor);
    }
    assertThat(whatHappened(lived)).isEqualTo(whatHappened(simulated));
  }

  private static Map<String, List<String>> whatHappened(List<KubeletEvent> events) {
    Map<String, List<String>> all = new TreeMap<>();
    all.put("others", others(events));
    for (ProbeKind kind : ProbeKind.values()) {
      all.put(kind.word(), triesOf(kind, events));
    }
    return all;
  }
}
