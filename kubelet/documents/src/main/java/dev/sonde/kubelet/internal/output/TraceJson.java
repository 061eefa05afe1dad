package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.ServiceTraffic;
import dev.sonde.kubelet.sim.Simulation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trace as JSON: one event a line, the same bytes everywhere. It is written while the scenario is
 * played, so that it needs no memory however long it is.
 */
public final class TraceJson {

  private final OutputStream out;
  private final SummaryCount count = new SummaryCount();
  private String separator = "\n";

  private TraceJson(OutputStream out) {
    this.out = out;
  }

  /**
   * Plays a scenario and writes its trace.
   *
   * @param scenario what to play; {@link Simulation#check} finds no error in it
   * @param range what other seeds come to; empty where the scenario does not depend on them
   * @param out where to; it is left open
   * @throws IOException if it cannot be written
   */
  public static void play(Scenario scenario, Optional<SeedRange> range, OutputStream out)
      throws IOException {
    try {
      TraceJson json = new TraceJson(new BufferedOutputStream(out, 1 << 16));
      json.play(scenario, range);
      json.out.flush();
    } catch (UncheckedIOException unwritable) {
      throw unwritable.getCause();
    }
  }

  private void play(Scenario scenario, Optional<SeedRange> range) {
    String head = JsonFields.of(head(scenario));
    text(head.substring(0, head.length() - 1));
    text(",\"events\":[");
    ServiceTraffic traffic = Simulation.run(scenario, this::happened);
    text("\n],\"summary\":");
    text(JsonFields.of(count.summary(traffic).fields()));
    range.ifPresent(seeds -> text(",\"range\":" + JsonFields.of(seeds.fields())));
    text("}\n");
  }

  private void happened(String pod, KubeletEvent event) {
    count.happened(pod, event);
    text(separator);
    text(JsonFields.of(EventFields.of(pod, event)));
    separator = ",\n";
  }

  private static Map<String, Object> head(Scenario scenario) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("scenario", scenario.name());
    head.put("kubernetes", scenario.kubelet().version().toString());
    head.put("mode", scenario.kubelet().mode().word());
    head.put("seed", scenario.seed());
    head.put("durationSeconds", NanoTime.exactSeconds(NanoTime.of(scenario.duration())));
    return head;
  }

  private void text(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
