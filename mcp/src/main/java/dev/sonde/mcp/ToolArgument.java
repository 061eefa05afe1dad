package dev.sonde.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An argument of a tool.
 *
 * @param name its name
 * @param option the option of the command that it becomes; empty for what is without one
 * @param type what it holds
 * @param required whether a call needs it
 * @param choices the texts that are legal; none if all are
 * @param description what it is for
 */
record ToolArgument(
    String name,
    String option,
    Type type,
    boolean required,
    List<String> choices,
    String description) {

  private static final int MOST_ELEMENTS = 100;
  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_SEEDS = 1_000;

  /** What an argument holds. */
  enum Type {
    /** A text. */
    TEXT,
    /** A list of texts. */
    TEXTS,
    /** A file or folder below the root. */
    PATH,
    /** A list of them. */
    PATHS,
    /** A whole number from 1 to 1,000. */
    NUMBER
  }

  static ToolArgument paths(String description) {
    return new ToolArgument("paths", "", Type.PATHS, true, List.of(), description);
  }

  static ToolArgument option(String name, String option, Type type, String description) {
    return new ToolArgument(name, option, type, false, List.of(), description);
  }

  static ToolArgument choice(String name, String option, List<String> choices, String description) {
    return new ToolArgument(name, option, Type.TEXT, false, choices, description);
  }

  /** This, without which there is no call. */
  ToolArgument demanded() {
    return new ToolArgument(name, option, type, true, choices, description);
  }

  /** {@return its JSON schema} */
  Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    switch (type) {
      case TEXT, PATH -> schema.putAll(text());
      case TEXTS, PATHS -> {
        schema.put("type", "array");
        schema.put("items", text());
        schema.put("minItems", required ? 1 : 0);
        schema.put("maxItems", MOST_ELEMENTS);
      }
      case NUMBER -> {
        schema.put("type", "integer");
        schema.put("minimum", 1);
        schema.put("maximum", MOST_SEEDS);
      }
    }
    return schema;
  }

  private Map<String, Object> text() {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    text.put("minLength", 1);
    text.put("maxLength", MOST_CHARACTERS);
    if (!choices.isEmpty()) {
      text.put("enum", choices);
    }
    return text;
  }

  /**
   * {@return the words of a command line that say the same}
   *
   * @param value what was given, of the type that the schema demands
   * @param root the folder whose files may be named
   * @throws RefusedCallException if a path leads out of it
   * @throws IOException if a path cannot be looked at
   */
  List<String> words(Object value, ServedRoot root) throws IOException {
    List<String> words = new ArrayList<>();
    for (Object element : value instanceof List<?> list ? list : List.of(value)) {
      String word = String.valueOf(element);
      if (type == Type.PATH || type == Type.PATHS) {
        word = root.inside(word).toString();
      }
      // In one word, so that no value is taken for an option.
      words.add(option.isEmpty() ? word : option + "=" + word);
    }
    return words;
  }
}
