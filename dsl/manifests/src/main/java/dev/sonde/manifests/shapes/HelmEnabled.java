package dev.sonde.manifests.shapes;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values hold a switch and the numbers of each probe, the template holds the handler, and a
 * {@code custom…Probe} replaces the whole. Many public charts are written like this.
 */
final class HelmEnabled implements HelmDialect {

  static final String ENABLED = "enabled";

  @Override
  public List<String> advice() {
    return List.of(
        "When you install the chart, you can change any number, remove a probe with enabled: "
            + "false, or",
        "give a whole one in its custom…Probe.");
  }

  @Override
  public YamlMap values(HelmPart part) {
    YamlMap.Builder values = YamlMap.builder();
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<Probe> probe = part.probes().probe(kind);
      YamlMap.Builder fields = YamlMap.builder().put(ENABLED, new YamlBoolean(probe.isPresent()));
      probe.map(Probe::withoutHandler).map(Probe::toFields).ifPresent(fields::putAll);
      values.put(kind.fieldName(), fields.build());
    }
    for (ProbeKind kind : ProbeKind.values()) {
      values.put(custom(kind), YamlMap.builder().build());
    }
    return values.putAll(part.otherFields()).putAll(part.podFields()).putAll(part.ports()).build();
  }

  private static YamlMap handler(Probe probe) {
    return new Probe(probe.handlers(), Map.of()).toFields();
  }

  @Override
  public String templates(HelmPart part) {
    StringBuilder gather = new StringBuilder();
    gather.append("{{- $values := ").append(part.inTemplate()).append(" }}\n");
    gather.append("{{- $fields := dict }}\n");
    for (ProbeKind kind : ProbeKind.values()) {
      gather.append(gather(part, kind));
    }
    for (String field : part.otherFields().entries().keySet()) {
      gather.append(
          "{{- with $values.%s }}\n{{- $_ := set $fields \"%s\" . }}\n{{- end }}\n"
              .formatted(field, field));
    }
    StringBuilder text = new StringBuilder(HelmTemplates.of(part, gather.toString()));
    part.probes()
        .probes()
        .forEach(
            (kind, probe) ->
                HelmTemplates.define(
                    text, handler(part, kind), HelmTemplates.literal(Yaml.write(handler(probe)))));
    return text.toString();
  }

  private static String gather(HelmPart part, ProbeKind kind) {
    String probe = kind.fieldName();
    String enabled =
        part.probes().probe(kind).isPresent()
            ? """
              {{- $handler := include "%2$s" . | fromYaml }}
              {{- $_ := set $fields "%1$s" (merge (omit $values.%1$s "enabled") $handler) }}
              """
                .formatted(probe, handler(part, kind))
            : """
              {{- fail "the code declares no %1$s: give a whole one in %2$s" }}
              """
                .formatted(probe, custom(kind));
    return """
    {{- if $values.%2$s }}
    {{- $_ := set $fields "%1$s" $values.%2$s }}
    {{- else if ($values.%1$s | default dict).enabled }}
    %3$s{{- end }}
    """
        .formatted(probe, custom(kind), enabled);
  }

  private static String handler(HelmPart part, ProbeKind kind) {
    return part.name() + "." + kind.fieldName() + ".handler";
  }

  /** {@return the key of the values that replaces a whole probe, such as customLivenessProbe} */
  static String custom(ProbeKind kind) {
    String field = kind.fieldName();
    return "custom" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
  }

  @Override
  public YamlMap schemas(HelmPart part, ProbeKind kind) {
    return YamlMap.builder()
        .put(kind.fieldName(), ProbeSchema.switched(kind, part.probes().probe(kind).isPresent()))
        .put(custom(kind), ProbeSchema.custom(kind))
        .build();
  }
}
