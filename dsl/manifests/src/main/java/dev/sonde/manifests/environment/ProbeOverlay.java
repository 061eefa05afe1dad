package dev.sonde.manifests.environment;

import dev.sonde.manifests.decode.JsonField;
import dev.sonde.manifests.decode.JsonObject;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.YamlFields;
import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays what is written in an override over declared probes, field by field. {@code null} takes a
 * field, a handler or a probe away; a list replaces the declared one as a whole.
 */
final class ProbeOverlay {

  private final Map<FieldPath, YamlTreeNode> decided = new LinkedHashMap<>();

  /** The fields that were set or taken away, and the keys where that is written. */
  Map<FieldPath, YamlTreeNode> decided() {
    return decided;
  }

  ProbeSet over(ProbeSet declared, MappingNode override) {
    JsonObject fields = JsonObject.of(override);
    ProbeSet probes = declared;
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<JsonField> field = fields.field(kind.fieldName());
      if (field.isPresent()) {
        probes = over(probes, kind, field.get());
      }
    }
    return probes;
  }

  private ProbeSet over(ProbeSet probes, ProbeKind kind, JsonField field) {
    FieldPath path = FieldPath.of(kind.fieldName());
    if (!(field.value() instanceof MappingNode written)) {
      decided.put(path, field.key());
      return probes.without(kind);
    }
    YamlMap values = Probe.read(JsonReader.of(written)).toFields();
    YamlMap base = probes.probe(kind).map(Probe::toFields).orElse(YamlMap.builder().build());
    return probes.with(kind, Probe.read(new YamlFields(over(base, written, values, path))));
  }

  /**
   * @param values what is written, as it is decoded; of it only what is really written counts
   */
  private YamlMap over(YamlMap base, MappingNode written, YamlMap values, FieldPath path) {
    Map<String, YamlNode> fields = new LinkedHashMap<>(base.entries());
    for (JsonField field : JsonObject.of(written).fields()) {
      FieldPath inner = path.field(field.name());
      YamlNode value = values.entries().get(field.name());
      if (value instanceof YamlMap map && field.value() instanceof MappingNode mapping) {
        YamlMap below = fields.get(field.name()) instanceof YamlMap own ? own : map(Map.of());
        fields.put(field.name(), over(below, mapping, map, inner));
      } else if (value == null || isNull(field.value())) {
        decided.put(inner, field.key());
        fields.remove(field.name());
      } else {
        decided.put(inner, field.key());
        fields.put(field.name(), value);
      }
    }
    return map(fields);
  }

  private static YamlMap map(Map<String, YamlNode> fields) {
    return new YamlMap(fields);
  }

  private static boolean isNull(YamlTreeNode node) {
    return node instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
  }
}
