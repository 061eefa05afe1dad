package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/**
 * A field of a handler.
 *
 * @param name its name in Kubernetes, such as {@code path}
 * @param type what it holds
 * @param unset what Kubernetes takes an unset one for; nothing if it must be written
 * @param choices the texts that are legal; none if all are
 */
public record ActionField(String name, Type type, Optional<YamlNode> unset, List<String> choices) {

  /** What a handler's field holds. */
  public enum Type {
    /** A text. */
    TEXT,
    /** A list of texts. */
    TEXTS,
    /** A list of headers, each with {@code name} and {@code value}. */
    HEADERS,
    /** A port's number or name. */
    PORT,
    /** A port's number. */
    PORT_NUMBER,
    /** A whole number of seconds. */
    SECONDS
  }

  /** Copies the choices, so that the value stays what it was. */
  public ActionField {
    choices = List.copyOf(choices);
  }

  static ActionField required(String name, Type type) {
    return new ActionField(name, type, Optional.empty(), List.of());
  }

  static ActionField text(String name, String unset) {
    return choice(name, unset, List.of());
  }

  static ActionField choice(String name, String unset, List<String> choices) {
    return new ActionField(name, Type.TEXT, Optional.of(new YamlText(unset)), choices);
  }

  static ActionField headers(String name) {
    return new ActionField(name, Type.HEADERS, Optional.of(new YamlList(List.of())), List.of());
  }
}
