package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.sim.ServiceTraffic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a simulation comes to.
 *
 * @param pods how many pods there were
 * @param firstReady when the first pod was ready, in nanoseconds; below 0 for never
 * @param probeKills how many instances were killed because of a probe
 * @param restarts how many instances were started after another one
 * @param traffic what became of the requests
 */
record SimulationSummary(
    long pods, long firstReady, long probeKills, long restarts, ServiceTraffic traffic) {

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pods", pods);
    if (firstReady >= 0) {
      fields.put("firstReady", NanoTime.exactSeconds(firstReady));
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
    return NanoTime.exactSeconds(NanoTime.of(duration));
  }

  /** The same for people. */
  String text() {
    String ready = firstReady < 0 ? "never" : "at t=" + NanoTime.text(firstReady);
    return """

    Summary
      ready     %s
      restarts  %d; killed because of a probe: %d
      traffic   watched for %s, nobody there for %s, lost %s' worth of requests
    """
        .formatted(
            ready,
            restarts,
            probeKills,
            NanoTime.text(NanoTime.of(traffic.watched())),
            NanoTime.text(NanoTime.of(traffic.outage())),
            NanoTime.text(NanoTime.of(traffic.lost())));
  }
}
