package dev.sonde.manifests.shapes;

import dev.sonde.manifests.workload.ValuesPath;
import dev.sonde.model.ProbeKind;
import dev.sonde.yaml.YamlMap;
import java.util.List;

/** The JSON schema by which Helm judges the values; it leaves other values of the chart open. */
final class ValuesSchema {

  private ValuesSchema() {}

  static String of(HelmDialect dialect, List<HelmPart> parts) {
    YamlMap schema =
        YamlMap.builder()
            .put("$schema", "http://json-schema.org/draft-07/schema#")
            .put("$comment", GeneratedHeader.COMMENT)
            .build();
    for (HelmPart part : parts) {
      schema = YamlMaps.merge(schema, around(part.path(), properties(dialect, part)));
    }
    return JsonDocument.of(schema);
  }

  /** An object on each step of the way. */
  private static YamlMap around(ValuesPath path, YamlMap properties) {
    YamlMap nested = object(properties);
    for (int i = path.keys().size() - 1; i >= 0; i--) {
      nested = object(YamlMap.builder().put(path.keys().get(i), nested).build());
    }
    return nested;
  }

  private static YamlMap object(YamlMap properties) {
    return YamlMap.builder().put("type", "object").put("properties", properties).build();
  }

  private static YamlMap properties(HelmDialect dialect, HelmPart part) {
    YamlMap.Builder properties = YamlMap.builder();
    for (ProbeKind kind : ProbeKind.values()) {
      properties.putAll(dialect.schemas(part, kind));
    }
    if (!part.ports().isEmpty()) {
      properties.put(
          HelmPart.PORTS,
          YamlMap.builder()
              .put("type", "object")
              .put("additionalProperties", HandlerSchema.portNumber())
              .build());
    }
    return properties.build();
  }
}
