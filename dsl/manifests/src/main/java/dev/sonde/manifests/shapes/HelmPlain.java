package dev.sonde.manifests.shapes;

import static java.util.stream.Collectors.joining;

import dev.sonde.model.ProbeKind;
import dev.sonde.yaml.YamlMap;
import java.util.List;

/** The values hold a probe as Kubernetes has it, and the template passes it through. */
final class HelmPlain implements HelmDialect {

  @Override
  public List<String> advice() {
    return List.of(
        "When you install the chart, you can change any field of a probe, give null for a whole "
            + "probe to",
        "take it away, or null for its handler and another handler beside it.");
  }

  @Override
  public YamlMap values(HelmPart part) {
    return YamlMap.builder()
        .putAll(part.probes().toFields())
        .putAll(part.podFields())
        .putAll(part.ports())
        .build();
  }

  @Override
  public String templates(HelmPart part) {
    return HelmTemplates.of(
        part,
        """
        {{- $values := %s }}
        {{- $fields := dict }}
        {{- range $field := list %s }}
        {{- with index $values $field }}
        {{- $_ := set $fields $field . }}
        {{- end }}
        {{- end }}
        """
            .formatted(
                part.inTemplate(),
                part.fields().stream().map(HelmTemplates::quoted).collect(joining(" "))));
  }

  @Override
  public YamlMap schemas(HelmPart part, ProbeKind kind) {
    return YamlMap.builder().put(kind.fieldName(), ProbeSchema.whole(kind)).build();
  }
}
