package dev.sonde.kubelet.internal.suggest;

import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What somebody wants of a container's probes.
 *
 * @param values the value of each objective: milliseconds, or starts
 */
public record Objectives(Map<Objective, Long> values) {

  /** The {@code kind} of a document with objectives. */
  public static final String KIND = "Objectives";

  /** There is no objective. */
  public static final Objectives NONE = new Objectives(Map.of());

  /** Copies the map, so that the value stays what it was. */
  public Objectives {
    EnumMap<Objective, Long> sorted = new EnumMap<>(Objective.class);
    sorted.putAll(values);
    values = Collections.unmodifiableMap(sorted);
  }

  /**
   * {@return the objectives in a document}
   *
   * @param file the document
   * @throws IOException if it cannot be read
   * @throws UnreadableDocumentException if anything in it is wrong
   */
  public static Objectives read(Path file) throws IOException {
    return read(file.toString(), BoundedBytes.of(file));
  }

  static Objectives read(String file, byte[] bytes) {
    SondeDocument document = SondeDocument.of(file, bytes, KIND);
    MappingNode root = document.root();
    JsonReader fields = JsonReader.of(root);
    Objectives found = NONE;
    for (String name : fields.names()) {
      if (name.equals("apiVersion") || name.equals("kind")) {
        continue;
      }
      FieldPath path = FieldPath.of(name);
      Optional<Objective> objective = Objective.named(name);
      String text = fields.written(name).orElse("");
      if (objective.isEmpty()) {
        document.mistakes().add(FieldPlaces.of(root, path).start(), unknown(path, name));
      } else if (objective.get().parse(text).isEmpty()) {
        Finding wrong = mistaken(path, name, text, objective.get());
        document.mistakes().add(FieldPlaces.of(root, path).start(), wrong);
      } else {
        found = found.with(objective.get(), text);
      }
    }
    document.mistakes().throwIfAny();
    return found;
  }

  private static Finding unknown(FieldPath path, String name) {
    List<String> names = Arrays.stream(Objective.values()).map(Objective::fieldName).toList();
    return InputRules.OBJECTIVE.finding(
        path,
        FindingWords.quote(name) + " is no objective; there are: " + String.join(", ", names) + ".",
        "Name one of them.");
  }

  private static Finding mistaken(FieldPath path, String name, String text, Objective objective) {
    return InputRules.OBJECTIVE.finding(
        path, name + " is " + FindingWords.quote(text) + ".", "Write " + objective.form() + ".");
  }

  /**
   * {@return these and one more, in place of another value of the same}
   *
   * @param objective what is wanted
   * @param text its value, such as {@code 30s} or {@code 10000}
   * @throws IllegalArgumentException if that is no value of it; the message says what is
   */
  public Objectives with(Objective objective, String text) {
    OptionalLong value = objective.parse(text);
    if (value.isEmpty()) {
      FieldPath path = FieldPath.of(objective.fieldName());
      throw new IllegalArgumentException(
          mistaken(path, objective.fieldName(), text, objective).text());
    }
    return with(objective, value.getAsLong());
  }

  /**
   * {@return the same where a value is given, else these}
   *
   * @param objective what is wanted
   * @param text its value, if there is one
   * @throws IllegalArgumentException if that is no value of it; the message says what is
   */
  public Objectives with(Objective objective, Optional<String> text) {
    return text.map(value -> with(objective, value)).orElse(this);
  }

  Objectives with(Objective objective, long value) {
    Map<Objective, Long> more = new EnumMap<>(Objective.class);
    more.putAll(values);
    more.put(objective, value);
    return new Objectives(more);
  }

  /** {@return those of a set only} */
  Objectives only(Set<Objective> some) {
    Map<Objective, Long> fewer = new EnumMap<>(Objective.class);
    values.forEach(
        (objective, value) -> {
          if (some.contains(objective)) {
            fewer.put(objective, value);
          }
        });
    return new Objectives(fewer);
  }

  OptionalLong value(Objective objective) {
    Long value = values.get(objective);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
