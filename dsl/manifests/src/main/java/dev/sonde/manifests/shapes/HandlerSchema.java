package dev.sonde.manifests.shapes;

import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import java.util.List;

/** JSON schemas of what one attempt of a probe does. */
final class HandlerSchema {

  private static final int HIGHEST_PORT = 65_535;

  /** The handlers, by the names of their fields. */
  static final YamlMap ALL =
      YamlMap.builder()
          .put("exec", handler("command", fields().put("command", command())))
          .put("httpGet", handler("port", httpGet()))
          .put("tcpSocket", handler("port", fields().put("port", port()).put("host", text())))
          .put("grpc", handler("port", fields().put("port", portNumber()).put("service", text())))
          .build();

  private HandlerSchema() {}

  private static YamlMap.Builder httpGet() {
    return fields()
        .put("path", text())
        .put("port", port())
        .put("host", text())
        .put("scheme", fields().put("enum", YamlList.ofTexts(List.of("HTTP", "HTTPS"))).build())
        .put("httpHeaders", list(header()));
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

  /** A handler, or null: that takes away the chart's own where another one is given. */
  private static YamlMap handler(String required, YamlMap.Builder fields) {
    return fields()
        .put("type", YamlList.ofTexts(List.of("object", "null")))
        .put("additionalProperties", new YamlBoolean(false))
        .put("required", YamlList.ofTexts(List.of(required)))
        .put("properties", fields.build())
        .build();
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
