package dev.sonde.kubelet.internal.suggest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sonde.manifests.output.JsonPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A suggestion for programs. */
final class SuggestionJson {

  private final JsonGenerator json;

  private SuggestionJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(Suggestion suggestion) {
    StringWriter text = new StringWriter();
    try {
      JsonPrinter.write(text, json -> new SuggestionJson(json).write(suggestion));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void write(Suggestion suggestion) throws IOException {
    json.writeStartObject();
    json.writeStringField("container", suggestion.container());
    json.writeBooleanField("met", suggestion.isMet());
    json.writeArrayFieldStart("objectives");
    for (ObjectiveOutcome outcome : suggestion.outcomes()) {
      json.writeStartObject();
      json.writeStringField("objective", outcome.objective());
      json.writeBooleanField("metBefore", outcome.metBefore());
      json.writeStringField("before", outcome.before());
      json.writeStringField("after", outcome.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts("changes", suggestion.changes());
    if (suggestion.suggested().isPresent()) {
      texts("annotations", ProbeAnnotations.of(suggestion.suggested().get().container()));
      json.writeStringField("yaml", suggestion.suggested().get().toYaml());
    }
    if (suggestion.contradiction().isPresent()) {
      json.writeObjectFieldStart("contradiction");
      texts("objectives", suggestion.contradiction().get().objectives());
      texts("remedies", suggestion.contradiction().get().remedies());
      json.writeEndObject();
    }
    texts("confirmed", suggestion.confirmed());
    texts("unknown", suggestion.unknown());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
