package dev.sonde.kubelet.internal.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.ServiceTraffic;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.manifests.output.JsonPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trace as JSON: one event a line, the same bytes everywhere. It is written while the scenario is
 * played, so that it needs no memory however long it is.
 */
public final class TraceJson {

  private final JsonGenerator json;
  private final SummaryCount count = new SummaryCount();

  private TraceJson(JsonGenerator json) {
    this.json = json;
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
    try (JsonGenerator json = JsonPrinter.lines(out)) {
      new TraceJson(json).play(scenario, range);
    } catch (UncheckedIOException unwritable) {
      throw unwritable.getCause();
    }
  }

  private void play(Scenario scenario, Optional<SeedRange> range) throws IOException {
    json.writeStartObject();
    JsonFields.write(json, head(scenario));
    json.writeArrayFieldStart("events");
    ServiceTraffic traffic = Simulation.run(scenario, this::happened);
    json.writeEndArray();
    json.writeObjectFieldStart("summary");
    JsonFields.write(json, count.summary(traffic).fields());
    json.writeEndObject();
    if (range.isPresent()) {
      json.writeObjectFieldStart("range");
      JsonFields.write(json, range.get().fields());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void happened(String pod, KubeletEvent event) {
    count.happened(pod, event);
    try {
      json.writeStartObject();
      JsonFields.write(json, EventFields.of(pod, event));
      json.writeEndObject();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
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
}
