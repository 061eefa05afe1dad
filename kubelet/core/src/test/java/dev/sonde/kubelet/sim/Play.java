package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.util.List;

/** Scenarios in few words. */
final class Play {

  private Play() {}

  static Duration s(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  static Probe.Builder probe() {
    return Probe.builder().handler(HttpGet.of("/", Port.of(8080)));
  }

  static Probe probe(int delay, int timeout, int period, int success, int failure) {
    return probe()
        .initialDelaySeconds(delay)
        .timeoutSeconds(timeout)
        .periodSeconds(period)
        .successThreshold(success)
        .failureThreshold(failure)
        .build();
  }

  static ProbeSet with(ProbeKind kind, Probe probe) {
    return ProbeSet.forContainer("app").with(kind, probe);
  }

  static List<String> lines(Scenario scenario) {
    return Simulation.play(scenario).trace().stream()
        .map(TraceEntry::event)
        .map(KubeletEvent::line)
        .toList();
  }

  /** All but the tries and their results. */
  static List<String> life(Scenario scenario) {
    return Simulation.play(scenario).trace().stream()
        .map(TraceEntry::event)
        .filter(
            event ->
                !(event instanceof ProbeEvent.ProbeTried
                    || event instanceof ProbeEvent.ProbeChanged))
        .map(Play::named)
        .toList();
  }

  private static String named(KubeletEvent event) {
    boolean main = event.container().isEmpty() || event.container().equals("app");
    return main ? event.line() : event.line().replaceFirst(" ", " [" + event.container() + "] ");
  }
}
