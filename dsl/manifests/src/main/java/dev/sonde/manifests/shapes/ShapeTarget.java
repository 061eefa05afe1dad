package dev.sonde.manifests.shapes;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/** The container, and the workload around it, that a document names. */
record ShapeTarget(WorkloadKind kind, String name, String container) {

  /**
   * {@return what the probes name}
   *
   * @throws IllegalArgumentException if they leave something open; a patch cannot say "the only
   *     one"
   */
  static ShapeTarget of(ProbeSet probes, String shape) {
    ContainerRef reference = probes.container();
    String kind = required(reference.workload().kind(), shape, "the workload's kind");
    String name = required(reference.workload().name(), shape, "the workload's name");
    return new ShapeTarget(known(kind), name, container(probes, shape));
  }

  /**
   * {@return what the probes name; a workload without a name has that of the container}
   *
   * @param kind the kind of a workload of which none is said
   * @throws IllegalArgumentException if the container's name is left open
   */
  static ShapeTarget orElse(ProbeSet probes, String shape, String kind) {
    String container = container(probes, shape);
    WorkloadRef workload = probes.container().workload();
    return new ShapeTarget(
        known(workload.kind().orElse(kind)), workload.name().orElse(container), container);
  }

  /**
   * {@return the name of the container}
   *
   * @throws IllegalArgumentException if the probes leave it open
   */
  static String container(ProbeSet probes, String shape) {
    return required(probes.container().name(), shape, "the container's name");
  }

  private static String required(Optional<String> value, String shape, String what) {
    return value.orElseThrow(
        () ->
            new IllegalArgumentException(
                shape + " needs " + what + ". Name it where the probes are declared."));
  }

  private static WorkloadKind known(String kind) {
    return WorkloadKinds.KNOWN
        .named(kind)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + kind + "\" is no workload of a known kind; known: " + kinds() + "."));
  }

  private static String kinds() {
    return WorkloadKinds.KNOWN.kinds().stream().map(WorkloadKind::kind).collect(joining(", "));
  }

  /** {@return kind and name, as in {@code Deployment orders}} */
  String text() {
    return kind.kind() + " " + name;
  }

  /** {@return the container with nothing in it but its name and some fields} */
  YamlMap container(YamlMap fields) {
    return YamlMap.builder().put("name", container).putAll(fields).build();
  }

  /** {@return the object with nothing in it but its name and the fields of container and pod} */
  YamlMap object(YamlMap containerFields, YamlMap podFields) {
    YamlMap podSpec =
        YamlMap.builder()
            .put("containers", new YamlList(List.of(container(containerFields))))
            .putAll(podFields)
            .build();
    return object(kind.podSpecPath(), podSpec);
  }

  /** {@return the object with nothing in it but its name and what is at a path} */
  YamlMap object(List<String> path, YamlMap content) {
    YamlMap nested = content;
    for (int i = path.size() - 1; i >= 0; i--) {
      nested = YamlMap.builder().put(path.get(i), nested).build();
    }
    return YamlMap.builder()
        .put("apiVersion", kind.apiVersion())
        .put("kind", kind.kind())
        .put("metadata", YamlMap.builder().put("name", name).build())
        .putAll(nested)
        .build();
  }
}
