package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.kubelet.sim.Played;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.TraceEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trace as JSON: one event a line, the same bytes everywhere. */
public final class TraceJson {

  private final OutputStream out;

  private TraceJson(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a trace.
   *
   * @param played what was played
   * @param out where to; it is left open
   * @throws IOException if it cannot be written
   */
  public static void write(Played played, OutputStream out) throws IOException {
    TraceJson json = new TraceJson(new BufferedOutputStream(out));
    json.write(played);
    json.out.flush();
  }

  private void write(Played played) throws IOException {
    String head = JsonFields.of(head(played.scenario()));
    text(head.substring(0, head.length() - 1));
    text(",\"events\":[");
    String separator = "\n";
    for (TraceEntry entry : played.trace()) {
      text(separator);
      text(JsonFields.of(EventFields.of(entry.pod(), entry.event())));
      separator = ",\n";
    }
    text("\n],\"summary\":");
    text(JsonFields.of(Summary.of(played).fields()));
    text("}\n");
  }

  private static Map<String, Object> head(Scenario scenario) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("scenario", scenario.name());
    head.put("kubernetes", scenario.kubelet().version().toString());
    head.put("seed", scenario.seed());
    head.put("durationSeconds", Nanos.exactSeconds(Nanos.of(scenario.duration())));
    return head;
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
