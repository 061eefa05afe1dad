package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.kubelet.sim.Played;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.kubelet.sim.Traffic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a simulation comes to.
 *
 * @param pods how many pods there were
 * @param firstReady when the first pod was ready, in nanoseconds; below 0 for never
 * @param probeKills how many instances were killed because of a probe
 * @param restarts how many instances were started after another one
 * @param traffic what became of the requests
 */
record Summary(long pods, long firstReady, long probeKills, long restarts, Traffic traffic) {

  static Summary of(Played played) {
    return new Summary(
        played.trace().stream()
            .map(TraceEntry::pod)
            .filter(pod -> !pod.isEmpty())
            .distinct()
            .count(),
        of(played, PodEvent.PodReadyChanged.class)
            .filter(PodEvent.PodReadyChanged::ready)
            .mapToLong(KubeletEvent::at)
            .findFirst()
            .orElse(-1),
        of(played, ContainerEvent.KillDecided.class).filter(k -> k.reason().isProbe()).count(),
        of(played, ContainerEvent.ContainerRunning.class).filter(r -> r.instance() > 1).count(),
        played.traffic());
  }

  private static <E extends KubeletEvent> Stream<E> of(Played played, Class<E> type) {
    return played.trace().stream().map(TraceEntry::event).filter(type::isInstance).map(type::cast);
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pods", pods);
    if (firstReady >= 0) {
      fields.put("firstReady", Nanos.exactSeconds(firstReady));
    }
    fields.put("probeKills", probeKills);
    fields.put("restarts", restarts);
    fields.put("watchedSeconds", seconds(traffic.watched()));
    fields.put("outageSeconds", seconds(traffic.outage()));
    fields.put("lostSeconds", seconds(traffic.lost()));
    fields.put("fewestPods", traffic.fewestPods());
    return fields;
  }

  private static BigDecimal seconds(Duration duration) {
    return Nanos.exactSeconds(Nanos.of(duration));
  }

  /** The same for people. */
  String text() {
    String ready = firstReady < 0 ? "never" : "at t=" + Nanos.text(firstReady);
    return """

        Summary
          ready     %s
          restarts  %d, %d because of a probe
          traffic   watched for %s, nobody there for %s, lost %s' worth of requests
        """
        .formatted(
            ready,
            restarts,
            probeKills,
            Nanos.text(Nanos.of(traffic.watched())),
            Nanos.text(Nanos.of(traffic.outage())),
            Nanos.text(Nanos.of(traffic.lost())));
  }
}
