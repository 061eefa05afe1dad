package dev.sonde.model;

import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A set of probes as a file of its own: the contract between the compiler, which writes it into the
 * class output, and the tools that bring it into manifests. People may write it too.
 *
 * @param comment lines to be first, such as who generated the file; without the {@code #}
 * @param probes the probes
 */
public record ProbeSetDocument(List<String> comment, ProbeSet probes) {

  /** The {@code apiVersion} of what this class writes. */
  public static final String API_VERSION = "sonde.dev/v1";

  /** The {@code kind} of what this class writes. */
  public static final String KIND = "ProbeSet";

  private static final String SCHEMAS = "https://" + API_VERSION + "/";

  /** The folder of a class output, or of a jar, that holds these documents. */
  public static final String FOLDER = "META-INF/sonde";

  /** The field with the names of the checks that are asked for each probe. */
  public static final String CHECKS = "checks";

  private static final String UNNAMED = "container";

  /** Copies the comment, so that the value stays what it was. */
  public ProbeSetDocument {
    comment = List.copyOf(comment);
  }

  /**
   * {@return the name of the file that holds the probes of a container, such as {@code
   * orders.yaml}, or {@code deployment-orders-server.yaml} where workloads have containers of one
   * name; it lies in {@link #FOLDER}}
   *
   * @param container the container
   * @param all all that are written beside each other
   */
  public static String fileName(ContainerRef container, Collection<ContainerRef> all) {
    StringBuilder name = new StringBuilder();
    int namesakes = 0;
    for (ContainerRef other : all) {
      namesakes += other.name().equals(container.name()) ? 1 : 0;
    }
    if (namesakes > 1) {
      WorkloadRef workload = container.workload();
      if (workload.kind().isPresent()) {
        name.append(workload.kind().get().toLowerCase(Locale.ROOT)).append('-');
      }
      if (workload.name().isPresent()) {
        name.append(workload.name().get()).append('-');
      }
    }
    return name.append(container.name().orElse(UNNAMED)).append(".yaml").toString();
  }

  /**
   * {@return the name of the file with the JSON Schema of Sonde's own documents of a kind, such as
   * {@code probeset.schema.json}}
   *
   * @param kind the {@code kind} of the document
   */
  public static String schemaFile(String kind) {
    return kind.toLowerCase(Locale.ROOT) + ".schema.json";
  }

  /**
   * {@return the identifier of that schema, which editors take its address from}
   *
   * @param kind the {@code kind} of the document
   */
  public static String schema(String kind) {
    return SCHEMAS + schemaFile(kind);
  }

  /**
   * {@return the document, with a first line that names its schema to editors}
   *
   * @throws IllegalArgumentException if a comment line holds a control character
   */
  public String toYaml() {
    YamlMap.Builder fields =
        YamlMap.builder()
            .put("apiVersion", API_VERSION)
            .put("kind", KIND)
            .put("container", probes.container().name());
    YamlMap workload = workload(probes.container().workload());
    if (!workload.isEmpty()) {
      fields.put("workload", workload);
    }
    if (!probes.ports().isEmpty()) {
      List<YamlNode> ports = probes.ports().stream().<YamlNode>map(ProbeSetDocument::port).toList();
      fields.put("ports", new YamlList(ports));
    }
    fields
        .putAll(probes.toFields())
        .put("terminationGracePeriodSeconds", probes.termination().terminationGracePeriodSeconds());
    if (!probes.checks().isEmpty()) {
      fields.put(CHECKS, checks(probes));
    }
    return Yaml.write(lines(), fields.build());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(comment.size() + 1);
    lines.add("yaml-language-server: $schema=" + schema(KIND));
    lines.addAll(comment);
    return lines;
  }

  private static YamlMap checks(ProbeSet probes) {
    YamlMap.Builder checks = YamlMap.builder();
    probes.checks().forEach((kind, names) -> checks.put(kind.fieldName(), YamlList.ofTexts(names)));
    return checks.build();
  }

  private static YamlMap workload(WorkloadRef workload) {
    return YamlMap.builder()
        .put("kind", workload.kind())
        .put("name", workload.name())
        .put("namespace", workload.namespace())
        .build();
  }

  private static YamlMap port(ContainerPort port) {
    return YamlMap.builder()
        .put("name", port.name())
        .put("containerPort", port.containerPort())
        .build();
  }
}
