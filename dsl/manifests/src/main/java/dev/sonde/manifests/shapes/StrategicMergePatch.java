package dev.sonde.manifests.shapes;

import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.ActionType;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNull;
import java.util.List;

/**
 * A patch for kustomize that brings a container's probes into whatever workload its base has.
 *
 * <p>What the probes leave open stays as the base has it. Each probe and hook says {@code null} to
 * every handler but its own, because kustomize would otherwise keep the base's handler beside it,
 * and Kubernetes refuses two. Ports are asked by number where the probes know it: kustomize matches
 * the entries of {@code ports} by number and protocol as they are written, and silently drops a
 * name from the patch where base and patch differ in writing the protocol.
 *
 * <p>A patch is only text: whether the base has that container, kustomize does not check. A name
 * that it does not have would become a second container.
 */
public final class StrategicMergePatch {

  private static final List<String> COMMENT =
      List.of(
          GeneratedHeader.COMMENT,
          "A null removes the handler that the base may have; a probe has only one.");

  private StrategicMergePatch() {}

  /**
   * Tells whether {@link #of} can write a patch: the probes name their container and a workload of
   * a built-in kind.
   *
   * @param probes the probes
   */
  public static boolean suits(ProbeSet probes) {
    WorkloadRef workload = probes.container().workload();
    return probes.container().name().isPresent()
        && workload.name().isPresent()
        && workload
            .kind()
            .flatMap(WorkloadKinds.KNOWN::named)
            .filter(WorkloadKind::builtIn)
            .isPresent();
  }

  /**
   * {@return the patch as a YAML document, for the {@code patches} of a {@code kustomization.yaml}}
   *
   * @param probes the probes; container name, workload kind and workload name must be set
   * @throws IllegalArgumentException if one of the three names is not set, if the kind is not
   *     known, or if it is a custom kind: kustomize replaces the lists of those as a whole
   */
  public static String of(ProbeSet probes) {
    ShapeTarget target = ShapeTarget.of(probes, "A kustomize patch");
    if (!target.kind().builtIn()) {
      throw new IllegalArgumentException(
          "A strategic-merge patch of "
              + target.kind().kind()
              + " would replace all its containers, for kustomize does not know that kind."
              + " Use a JSON 6902 patch.");
    }
    return Yaml.write(COMMENT, target.object(fields(probes), PodSpecFields.of(List.of(probes))));
  }

  private static YamlMap fields(ProbeSet probes) {
    ProbeSet numbered = probes.withNumberedPorts();
    YamlMap.Builder fields = YamlMap.builder().putAll(ContainerFields.of(numbered));
    numbered
        .probes()
        .forEach(
            (kind, probe) ->
                fields.put(kind.fieldName(), withNulls(probe.toFields(), ActionType.OF_PROBES)));
    YamlMap.Builder lifecycle = YamlMap.builder();
    probes
        .termination()
        .preStop()
        .ifPresent(
            hook -> lifecycle.put("preStop", withNulls(hook.toFields(), ActionType.OF_HOOKS)));
    YamlMap stopping = lifecycle.put("stopSignal", probes.termination().stopSignal()).build();
    if (!stopping.isEmpty()) {
      fields.put("lifecycle", stopping);
    }
    return fields.build();
  }

  private static YamlMap withNulls(YamlMap own, List<ActionType> handlers) {
    YamlMap.Builder fields = YamlMap.builder().putAll(own);
    for (String handler : ActionType.names(handlers)) {
      if (!own.entries().containsKey(handler)) {
        fields.put(handler, new YamlNull());
      }
    }
    return fields.build();
  }
}
