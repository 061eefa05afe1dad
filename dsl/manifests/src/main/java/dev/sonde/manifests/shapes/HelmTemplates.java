package dev.sonde.manifests.shapes;

/** The named templates of one container, apart from how each dialect gathers the fields. */
final class HelmTemplates {

  private HelmTemplates() {}

  /**
   * {@return the templates}
   *
   * @param gather puts the fields that the container should have into {@code $fields}
   */
  static String of(HelmPart part, String gather) {
    String name = part.name();
    StringBuilder text = new StringBuilder();
    text.append("{{/*\n")
        .append(GeneratedHeader.COMMENT)
        .append("\nIn the template of container \"")
        .append(name)
        .append("\", below its name:\n    {{- include \"")
        .append(name)
        .append(".probes\" . | nindent 10 }}\n");
    if (!part.ports().isEmpty()) {
      text.append("and in its list of ports:\n    {{- include \"")
          .append(name)
          .append(".probePorts\" . | nindent 12 }}\n");
    }
    if (!part.podFields().isEmpty()) {
      text.append("and in its pod spec:\n    ")
          .append(PodSpecFields.GRACE_PERIOD)
          .append(": {{ (")
          .append(part.inTemplate())
          .append(").")
          .append(PodSpecFields.GRACE_PERIOD)
          .append(" }}\n");
    }
    text.append("*/}}\n");
    define(text, name + ".probes", gather + "{{- with $fields }}\n{{- toYaml . }}\n{{- end }}\n");
    if (!part.ports().isEmpty()) {
      define(text, name + ".probePorts", ports(part));
    }
    return text.toString();
  }

  static void define(StringBuilder text, String name, String body) {
    text.append("{{- define ")
        .append(quoted(name))
        .append(" -}}\n")
        .append(body)
        .append("{{- end }}\n");
  }

  private static String ports(HelmPart part) {
    return """
    {{- $values := %s }}
    {{- $ports := list }}
    {{- range $name, $number := $values.%s }}
    {{- $ports = append $ports (dict "name" $name "containerPort" (int $number)) }}
    {{- end }}
    {{- with $ports }}
    {{- toYaml . }}
    {{- end }}
    """
        .formatted(part.inTemplate(), HelmPart.PORTS);
  }

  /** A string as templates write it. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Text that is in a template and is not to be rendered. */
  static String literal(String text) {
    return text.replace("{{", "{{ \"{{\" }}");
  }
}
