package dev.sonde.manifests.shapes;

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
    YamlMap.Builder numbers =
        YamlMap.builder()
            .put("initialDelaySeconds", number(0))
            .put("timeoutSeconds", number(0))
            .put("periodSeconds", number(0))
            .put("successThreshold", kind == ProbeKind.READINESS ? number(0) : atMostOne())
            .put("failureThreshold", number(0));
    if (kind != ProbeKind.READINESS) {
      numbers.put("terminationGracePeriodSeconds", number(1));
    }
    return numbers.build();
  }

  private static YamlMap number(int minimum) {
    return YamlMap.builder()
        .put("type", YamlList.ofTexts(List.of("integer", "null")))
        .put("minimum", minimum)
        .put("maximum", Integer.MAX_VALUE)
        .build();
  }

  /** Zero is taken for the default, which is one. */
  private static YamlMap atMostOne() {
    return YamlMap.builder()
        .put("type", YamlList.ofTexts(List.of("integer", "null")))
        .put("minimum", 0)
        .put("maximum", 1)
        .build();
  }
}
