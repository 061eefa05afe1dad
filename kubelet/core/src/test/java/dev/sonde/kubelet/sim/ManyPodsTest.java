package dev.sonde.kubelet.sim;

import static dev.sonde.kubelet.sim.Play.probe;
import static dev.sonde.kubelet.sim.Play.s;
import static dev.sonde.kubelet.sim.Play.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ManyPodsTest {

  /** In processor time, whatever else runs; docs/benchmarks.md tells what was measured. */
  @Test
  void playsAnHourOfTenThousandPodsInSeconds() {
    ProbeSet probes =
        with(ProbeKind.STARTUP, probe(0, 1, 10, 1, 30))
            .with(ProbeKind.LIVENESS, probe(0, 1, 10, 1, 3))
            .with(ProbeKind.READINESS, probe(0, 1, 10, 1, 3));
    SimulatedApplication app =
        SimulatedApplication.builder()
            .startsIn(s(25))
            .fault(ApplicationFault.from(s(1800), FaultEffect.FAILS).lasting(s(60)))
            .build();
    Scenario scenario =
        Scenario.of(probes, app)
            .with(new PodFleet(10_000, s(60), Optional.empty()))
            .lasting(s(3600));
    AtomicLong tries = new AtomicLong();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long began = threads.getCurrentThreadCpuTime();
    Simulation.run(
        scenario,
        event -> {
          if (event instanceof ProbeEvent.ProbeTried) {
            tries.incrementAndGet();
          }
          return !(event instanceof ProbeEvent);
        },
        (pod, event) -> {});
    double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
    System.out.printf(
        "%,d tries of 10,000 pods in one hour played in %.1f s of a processor%n",
        tries.get(), seconds);
    assertThat(tries.get()).isGreaterThan(7_000_000);
    assertThat(seconds).isLessThan(60);
  }
}
