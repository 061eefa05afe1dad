package dev.sonde.kubelet.internal.replay;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One JSON object of a recording. Fields that nobody asks for do not matter; one that is asked for
 * and has another type than Kubernetes gives it is a mistake.
 *
 * @param file what the file is called
 * @param place the way to the object in it, such as {@code items[3]}; empty for the file's own
 * @param fields what is in it; {@code null} counts as absent and is not there
 */
record RecordedObject(String file, String place, Map<String, Object> fields) {

  Optional<String> text(String field) {
    return typed(field, String.class, "a text").filter(text -> !text.isEmpty());
  }

  OptionalLong whole(String field) {
    Optional<Long> number = typed(field, Long.class, "a whole number");
    return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
  }

  boolean is(String field) {
    return typed(field, Boolean.class, "true or false").orElse(false);
  }

  Optional<Instant> moment(String field) {
    return text(field).map(text -> moment(field, text));
  }

  private Instant moment(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw mistaken(field, FindingWords.quote(text), "a time such as 2026-11-29T10:00:03Z");
    }
  }

  Optional<RecordedObject> object(String field) {
    return typed(field, Map.class, "an object").map(map -> child(field, map));
  }

  List<RecordedObject> objects(String field) {
    List<?> values = typed(field, List.class, "a list").orElse(List.of());
    List<RecordedObject> objects = new ArrayList<>();
    for (Object value : values) {
      String name = field + "[" + objects.size() + "]";
      if (!(value instanceof Map<?, ?> map)) {
        throw mistaken(name, String.valueOf(value), "an object");
      }
      objects.add(child(name, map));
    }
    return objects;
  }

  @SuppressWarnings("unchecked") // the reader makes maps with texts as keys
  private RecordedObject child(String field, Map<?, ?> map) {
    return new RecordedObject(file, at(field), (Map<String, Object>) map);
  }

  private <T> Optional<T> typed(String field, Class<T> type, String what) {
    Object value = fields.get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw mistaken(field, FindingWords.quote(String.valueOf(value)), what);
    }
    return Optional.of(type.cast(value));
  }

  private String at(String field) {
    return place.isEmpty() ? field : place + "." + field;
  }

  private UnreadableDocumentException mistaken(String field, String value, String what) {
    return UnreadableDocumentException.of(
        file,
        InputRules.RECORDING.finding(
            FieldPath.ROOT,
            at(field) + " is " + value + ", where Kubernetes has " + what + ".",
            "Hand in what kubectl get -o json prints, unchanged."));
  }
}
