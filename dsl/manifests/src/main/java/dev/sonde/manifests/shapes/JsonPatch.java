package dev.sonde.manifests.shapes;

import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A JSON 6902 patch for kustomize: it replaces whole probes, and works with custom kinds, too.
 *
 * <p>Such a patch names a container by its index alone. The index is taken from the base, and the
 * patch begins with a test of the container's name: applied to a base in which the containers have
 * moved, it fails and changes nothing.
 */
final class JsonPatch {

  private static final String SHAPE = "A JSON 6902 patch";

  private final BaseManifests base;

  private JsonPatch(BaseManifests base) {
    this.base = base;
  }

  static ShapeRendering of(List<ProbeSet> sets, ShapeOptions options) {
    JsonPatch patch = new JsonPatch(options.base());
    return GeneratedHeader.each(
        "kustomize-json6902/",
        sets,
        probes -> patch.text(probes, GeneratedHeader.fileName(probes, sets)));
  }

  private String text(ProbeSet probes, String fileName) {
    ShapeTarget target = ShapeTarget.of(probes, SHAPE);
    if (base.workloads().isEmpty()) {
      throw new IllegalArgumentException(
          SHAPE
              + " names a container by its index, which only the base knows. Give the manifest of "
              + target.text()
              + " as the base.");
    }
    List<String> comment =
        List.of(
            GeneratedHeader.COMMENT,
            "For the patches of a kustomization.yaml:",
            "  - path: " + fileName,
            "    target: {kind: " + target.kind().kind() + ", name: " + target.name() + "}");
    return Yaml.write(comment, new YamlList(operations(target, probes)));
  }

  private List<YamlNode> operations(ShapeTarget target, ProbeSet probes) {
    WorkloadNode workload = base.workload(target);
    ContainerNode container = BaseManifests.container(workload, target);
    String pod = "/" + String.join("/", target.kind().podSpecPath()) + "/";
    String path = pod + container.kind().listField() + "/" + container.index();
    List<YamlNode> operations = new ArrayList<>();
    operations.add(operation("test", path + "/name", new YamlText(target.container())));
    operations.addAll(ports(path + "/" + ContainerFields.PORTS, container, probes.ports()));
    probes
        .withNumberedPorts()
        .toFields()
        .entries()
        .forEach((field, value) -> operations.add(operation("add", path + "/" + field, value)));
    gracePeriod(workload, probes)
        .ifPresent(
            seconds ->
                operations.add(
                    operation("add", pod + PodSpecFields.GRACE_PERIOD, new YamlNumber(seconds))));
    return operations;
  }

  /** Beside other containers, which share the period, a longer one stays. */
  private static OptionalLong gracePeriod(WorkloadNode workload, ProbeSet probes) {
    OptionalLong present = BaseManifests.gracePeriod(workload);
    boolean alone = workload.containers().size() == 1;
    return probes.termination().gracePeriodIn(present, alone);
  }

  /** The ports whose numbers the base does not declare; probes ask them by number. */
  private static List<YamlNode> ports(
      String path, ContainerNode container, List<ContainerPort> needed) {
    List<ContainerPort> declared = ManifestPorts.of(container.node());
    List<YamlNode> missing = new ArrayList<>();
    for (ContainerPort port : needed) {
      refuseOtherNumber(port, declared);
      if (declared.stream().noneMatch(d -> d.containerPort() == port.containerPort())) {
        missing.add(ContainerFields.port(port));
      }
    }
    if (missing.isEmpty()) {
      return List.of();
    }
    return ManifestPorts.items(container.node()).findAny().isPresent()
        ? missing.stream().<YamlNode>map(port -> operation("add", path + "/-", port)).toList()
        : List.of(operation("add", path, new YamlList(missing)));
  }

  private static void refuseOtherNumber(ContainerPort needed, List<ContainerPort> declared) {
    for (ContainerPort port : declared) {
      if (needed.name().isPresent()
          && port.name().equals(needed.name())
          && port.containerPort() != needed.containerPort()) {
        throw new IllegalArgumentException(
            "Port \"%s\" is %d in the base and %d in the code. Use one name and one number for it."
                .formatted(needed.name().get(), port.containerPort(), needed.containerPort()));
      }
    }
  }

  private static YamlMap operation(String op, String path, YamlNode value) {
    return YamlMap.builder().put("op", op).put("path", path).put("value", value).build();
  }
}
