package dev.sonde.kubelet.sim;

import java.util.List;

/**
 * A scenario that was played.
 *
 * @param scenario the scenario
 * @param trace all that happened, in the order of time
 * @param traffic what became of the requests to a Service in front of the pods
 */
public record PlayedScenario(Scenario scenario, List<TraceEntry> trace, ServiceTraffic traffic) {

  /** Copies the trace, so that the value stays what it was. */
  public PlayedScenario {
    trace = List.copyOf(trace);
  }
}
