package dev.sonde.kubelet.internal.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sonde.manifests.output.JsonPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A replay for programs. */
final class ReplayJson {

  private final JsonGenerator json;

  private ReplayJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(ReplayReport report) {
    StringWriter text = new StringWriter();
    try {
      JsonPrinter.write(text, json -> new ReplayJson(json).write(report));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void write(ReplayReport report) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("pods");
    for (PodReplay pod : report.pods()) {
      write(pod);
    }
    json.writeEndArray();
    texts("notes", report.notes());
    json.writeEndObject();
  }

  private void write(PodReplay pod) throws IOException {
    json.writeStartObject();
    json.writeStringField("pod", pod.name());
    timeline(pod.timeline());
    json.writeArrayFieldStart("containers");
    for (ContainerReplay container : pod.containers()) {
      write(container);
    }
    json.writeEndArray();
    texts("unknown", pod.unknown());
    json.writeEndObject();
  }

  private void write(ContainerReplay container) throws IOException {
    json.writeStartObject();
    json.writeStringField("container", container.name());
    json.writeStringField("role", container.role());
    if (container.restarts().isPresent()) {
      json.writeNumberField("restarts", container.restarts().getAsLong());
    }
    timeline(container.timeline());
    json.writeArrayFieldStart("decisions");
    for (ReplayDecision decision : container.decisions()) {
      write(decision);
    }
    json.writeEndArray();
    texts("counted", container.counts());
    texts("unknown", container.unknown());
    json.writeEndObject();
  }

  private void write(ReplayDecision decision) throws IOException {
    json.writeStartObject();
    json.writeStringField("cause", decision.cause().word());
    json.writeBooleanField("known", decision.known());
    if (decision.at().isPresent()) {
      json.writeStringField("at", ReplayLine.text(decision.at().get()));
    }
    json.writeStringField("text", decision.text());
    json.writeArrayFieldStart("others");
    for (OtherNumber other : decision.others()) {
      json.writeStartObject();
      json.writeStringField("number", other.number());
      json.writeStringField("outcome", other.outcome());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void timeline(List<ReplayLine> lines) throws IOException {
    json.writeArrayFieldStart("timeline");
    for (ReplayLine line : lines) {
      json.writeStartObject();
      json.writeBooleanField("known", line.known());
      json.writeStringField("from", ReplayLine.text(line.from()));
      json.writeStringField("until", ReplayLine.text(line.until()));
      json.writeStringField("what", line.what());
      json.writeStringField("source", line.source());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
