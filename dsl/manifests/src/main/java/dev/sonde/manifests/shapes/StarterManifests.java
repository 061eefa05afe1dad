package dev.sonde.manifests.shapes;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.Set;

/**
 * Whole manifests for those who have none: a workload with the probes, and a Service that reaches
 * the ports that the probes need.
 */
final class StarterManifests {

  private static final String SHAPE = "A starter manifest";
  private static final String LABEL = "app.kubernetes.io/name";
  private static final String STATEFUL_SET = "StatefulSet";
  private static final Set<String> KINDS = Set.of("Deployment", STATEFUL_SET, "DaemonSet");

  private static final List<String> COMMENT =
      List.of(
          "A start, written by Sonde: keep it among your own manifests and complete it, with the",
          "ports and the resources of the application. \"sonde merge\" keeps its probes up to date.");

  private final ContainerImages images;

  private StarterManifests(ContainerImages images) {
    this.images = images;
  }

  static ShapeRendering of(List<ProbeSet> sets, ShapeOptions options) {
    StarterManifests starter = new StarterManifests(options.images());
    ShapeRendering all = ShapeRendering.EMPTY;
    for (WorkloadShape workload : WorkloadShape.group(sets, StarterManifests::target)) {
      all = all.and(ShapeRendering.of(starter.file(workload)));
    }
    return all;
  }

  /** Where no workload is named, it is a Deployment with the name of the container. */
  private static ShapeTarget target(ProbeSet probes) {
    return ShapeTarget.orElse(probes, SHAPE, "Deployment");
  }

  private ShapeFile file(WorkloadShape workload) {
    String kind = workload.kind().kind();
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          SHAPE
              + " can be a Deployment, a StatefulSet or a DaemonSet, and "
              + workload.text()
              + " is none. Write the manifest by hand, and merge the probes into it.");
    }
    List<ContainerPort> ports = workload.ports();
    String text = Yaml.write(COMMENT, object(workload));
    if (!ports.isEmpty() || kind.equals(STATEFUL_SET)) {
      text += "---\n" + Yaml.write(service(workload, ports));
    }
    return new ShapeFile("starter/" + workload.fileName(), text);
  }

  private YamlMap object(WorkloadShape workload) {
    YamlMap labels = labels(workload);
    YamlMap.Builder spec = YamlMap.builder();
    if (workload.kind().kind().equals(STATEFUL_SET)) {
      spec.put("serviceName", workload.name());
    }
    spec.put("selector", YamlMap.builder().put("matchLabels", labels).build())
        .put(
            "template",
            YamlMap.builder()
                .put("metadata", YamlMap.builder().put("labels", labels).build())
                .put("spec", workload.podSpec(this::container))
                .build());
    return YamlMap.builder()
        .put("apiVersion", workload.kind().apiVersion())
        .put("kind", workload.kind().kind())
        .put("metadata", metadata(workload))
        .put("spec", spec.build())
        .build();
  }

  private YamlMap container(ProbeSet probes) {
    String name = ShapeTarget.container(probes, SHAPE);
    return YamlMap.builder()
        .put("name", name)
        .put("image", images.of(name))
        .putAll(ContainerFields.of(probes))
        .build();
  }

  private static YamlMap service(WorkloadShape workload, List<ContainerPort> ports) {
    YamlMap.Builder spec = YamlMap.builder();
    if (workload.kind().kind().equals(STATEFUL_SET)) {
      spec.put("clusterIP", "None");
    }
    spec.put("selector", labels(workload));
    if (!ports.isEmpty()) {
      spec.put(
          "ports", new YamlList(ports.stream().<YamlNode>map(StarterManifests::port).toList()));
    }
    return YamlMap.builder()
        .put("apiVersion", "v1")
        .put("kind", "Service")
        .put("metadata", metadata(workload))
        .put("spec", spec.build())
        .build();
  }

  private static YamlMap port(ContainerPort port) {
    YamlMap.Builder fields =
        YamlMap.builder()
            .put("name", port.name().orElse("port-" + port.containerPort()))
            .put("port", port.containerPort());
    return port.name()
        .map(name -> fields.put("targetPort", name))
        .orElseGet(() -> fields.put("targetPort", port.containerPort()))
        .build();
  }

  private static YamlMap metadata(WorkloadShape workload) {
    return YamlMap.builder().put("name", workload.name()).put("labels", labels(workload)).build();
  }

  private static YamlMap labels(WorkloadShape workload) {
    return YamlMap.builder().put(LABEL, workload.name()).build();
  }
}
