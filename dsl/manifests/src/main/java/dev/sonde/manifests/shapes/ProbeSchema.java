package dev.sonde.manifests.shapes;

import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** JSON schemas of probes: what the API server takes, and no field that it would not know. */
final class ProbeSchema {

  private ProbeSchema() {}

  /** A probe as Kubernetes has it, or null. */
  static YamlMap whole(ProbeKind kind) {
    return YamlMap.builder()
        .put("description", "The " + kind.fieldName() + "; null takes it away.")
        .put("type", YamlList.ofTexts(List.of("object", "null")))
        .put("additionalProperties", new YamlBoolean(false))
        .put(
            "properties", YamlMap.builder().putAll(HandlerSchema.ALL).putAll(numbers(kind)).build())
        .put("oneOf", new YamlList(oneHandlerOr(only("null"))))
        .build();
  }

  /** A probe as Kubernetes has it, or nothing. */
  static YamlMap custom(ProbeKind kind) {
    YamlMap nothing = YamlMap.builder().put("type", "object").put("maxProperties", 0).build();
    return YamlMap.builder()
        .putAll(whole(kind))
        .put("description", "A whole " + kind.fieldName() + " in place of the chart's.")
        .put("oneOf", new YamlList(oneHandlerOr(only("null"), nothing)))
        .build();
  }

  /** The numbers of a probe beside a switch. */
  static YamlMap switched(ProbeKind kind, boolean declared) {
    YamlMap.Builder enabled = YamlMap.builder().put("type", "boolean");
    if (!declared) {
      enabled
          .put("const", new YamlBoolean(false))
          .put("description", "The code declares none; a whole one goes into the custom probe.");
    }
    return YamlMap.builder()
        .put("type", "object")
        .put("additionalProperties", new YamlBoolean(false))
        .put(
            "properties",
            YamlMap.builder()
                .put(HelmEnabled.ENABLED, enabled.build())
                .putAll(numbers(kind))
                .build())
        .build();
  }

  private static List<YamlNode> oneHandlerOr(YamlMap... others) {
    List<YamlNode> alternatives = new ArrayList<>(List.of(others));
    for (String handler : HandlerSchema.ALL.entries().keySet()) {
      alternatives.add(
          YamlMap.builder()
              .put("type", "object")
              .put("required", YamlList.ofTexts(List.of(handler)))
              .put("properties", YamlMap.builder().put(handler, only("object")).build())
              .build());
    }
    return alternatives;
  }

  private static YamlMap only(String type) {
    return YamlMap.builder().put("type", type).build();
  }

  private static YamlMap numbers(ProbeKind kind) {
    YamlMap.Builder numbers = YamlMap.builder();
    for (ProbeField field : ProbeField.values()) {
      if (field.suits(kind)) {
        numbers.put(field.fieldName(), number(field.least(), field.greatest()));
      } else {
        // Zero stands for the default, the only number that is legal here.
        field
            .defaultValue()
            .ifPresent(only -> numbers.put(field.fieldName(), number(field.least(), only)));
      }
    }
    return numbers.build();
  }

  /** JSON's numbers are not exact enough for a bound of 64 bits, and nothing lies beyond it. */
  private static YamlMap number(long minimum, long maximum) {
    YamlMap.Builder number =
        YamlMap.builder()
            .put("type", YamlList.ofTexts(List.of("integer", "null")))
            .put("minimum", minimum);
    if (maximum < Long.MAX_VALUE) {
      number.put("maximum", maximum);
    }
    return number.build();
  }
}
