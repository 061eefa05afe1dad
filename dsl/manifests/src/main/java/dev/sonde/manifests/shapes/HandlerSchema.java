package dev.sonde.manifests.shapes;

import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import java.util.List;

/** JSON schemas of what one attempt of a probe does. */
final class HandlerSchema {

  private static final int HIGHEST_PORT = 65_535;

  /** The handlers of a probe, by the names of their fields. */
  static final YamlMap ALL = all();

  private HandlerSchema() {}

  private static YamlMap all() {
    YamlMap.Builder handlers = fields();
    for (ActionType type : ActionType.OF_PROBES) {
      handlers.put(type.fieldName(), handler(type));
    }
    return handlers.build();
  }

  /** A handler, or null: that takes away the chart's own where another one is given. */
  private static YamlMap handler(ActionType type) {
    YamlMap.Builder properties = fields();
    type.fields().forEach(field -> properties.put(field.name(), schema(field)));
    return fields()
        .put("type", YamlList.ofTexts(List.of("object", "null")))
        .put("additionalProperties", new YamlBoolean(false))
        .put(
            "required",
            YamlList.ofTexts(
                type.fields().stream()
                    .filter(field -> field.unset().isEmpty())
                    .map(ActionField::name)
                    .toList()))
        .put("properties", properties.build())
        .build();
  }

  private static YamlMap schema(ActionField field) {
    return switch (field.type()) {
      case TEXT -> field.choices().isEmpty() ? text() : choice(field.choices());
      case TEXTS -> command();
      case HEADERS -> list(header());
      case PORT -> port();
      case PORT_NUMBER -> portNumber();
      case SECONDS -> type("integer").put("minimum", 0).build();
    };
  }

  private static YamlMap choice(List<String> choices) {
    return fields().put("enum", YamlList.ofTexts(choices)).build();
  }

  private static YamlMap header() {
    return type("object")
        .put("additionalProperties", new YamlBoolean(false))
        .put("required", YamlList.ofTexts(List.of("name", "value")))
        .put("properties", fields().put("name", text()).put("value", text()).build())
        .build();
  }

  private static YamlMap command() {
    return YamlMap.builder().putAll(list(text())).put("minItems", 1).build();
  }

  private static YamlMap port() {
    YamlMap name =
        type("string").put("pattern", "^[a-z0-9-]*[a-z][a-z0-9-]*$").put("maxLength", 15).build();
    return fields().put("oneOf", new YamlList(List.of(portNumber(), name))).build();
  }

  static YamlMap portNumber() {
    return type("integer").put("minimum", 1).put("maximum", HIGHEST_PORT).build();
  }

  private static YamlMap list(YamlMap items) {
    return type("array").put("items", items).build();
  }

  private static YamlMap text() {
    return type("string").build();
  }

  private static YamlMap.Builder type(String type) {
    return fields().put("type", type);
  }

  private static YamlMap.Builder fields() {
    return YamlMap.builder();
  }
}
