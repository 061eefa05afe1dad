package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.sim.ServiceTraffic;
import dev.sonde.kubelet.sim.TraceListener;
import java.util.HashSet;
import java.util.Set;

/** Counts what a simulation comes to while it is played. */
final class SummaryCount implements TraceListener {

  private final Set<String> pods = new HashSet<>();
  private long firstReady = -1;
  private long probeKills;
  private long restarts;

  @Override
  public void happened(String pod, KubeletEvent event) {
    if (event instanceof PodEvent.PodReadyChanged changed) {
      if (changed.ready() && firstReady < 0) {
        firstReady = event.at();
      }
    } else if (event instanceof ContainerEvent.KillDecided kill) {
      probeKills += kill.reason().isProbe() ? 1 : 0;
    } else if (event instanceof ContainerEvent.ContainerRunning running) {
      restarts += running.instance() > 1 ? 1 : 0;
    }
    if (!pod.isEmpty()) {
      pods.add(pod);
    }
  }

  SimulationSummary summary(ServiceTraffic traffic) {
    return new SimulationSummary(pods.size(), firstReady, probeKills, restarts, traffic);
  }
}
