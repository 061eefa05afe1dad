package dev.sonde.manifests.shapes;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;
import java.util.List;

/**
 * The fields that the probes own in a workload, for server-side apply with a field manager of its
 * own. All containers of a workload are in one document: what a manager leaves out of its next
 * document, the API server takes away.
 */
final class ServerSideApply {

  private static final String SHAPE = "A document for server-side apply";

  private ServerSideApply() {}

  static ShapeRendering of(List<ProbeSet> sets) {
    ShapeRendering all = ShapeRendering.EMPTY;
    for (WorkloadShape workload :
        WorkloadShape.group(sets, probes -> ShapeTarget.of(probes, SHAPE))) {
      all = all.and(ShapeRendering.of(file(workload)));
    }
    return all;
  }

  private static ShapeFile file(WorkloadShape workload) {
    if (!workload.kind().builtIn()) {
      throw new IllegalArgumentException(
          SHAPE
              + " may replace all containers of "
              + workload.text()
              + ": how the lists of a custom kind are merged, its definition decides."
              + " Use a JSON 6902 patch.");
    }
    List<String> comment =
        List.of(
            GeneratedHeader.COMMENT,
            "kubectl apply --server-side --field-manager=sonde -f " + workload.fileName(),
            "The API server leaves every other field as it is, and removes what this document",
            "had when it was applied last and has no more. Where another manager owns one of these",
            "fields it names it and changes nothing; --force-conflicts takes the field over.",
            "If "
                + workload.text()
                + " came from kubectl apply without --server-side, apply its own",
            "manifest with --server-side once before this one, and from then on. Otherwise kubectl",
            "makes sonde the owner of all its fields, and the next apply of this document fails.");
    YamlMap podSpec = workload.podSpec(ServerSideApply::container);
    return new ShapeFile(
        "server-side-apply/" + workload.fileName(),
        Yaml.write(comment, workload.target().object(workload.kind().podSpecPath(), podSpec)));
  }

  private static YamlMap container(ProbeSet probes) {
    return YamlMap.builder()
        .put("name", ShapeTarget.container(probes, SHAPE))
        .putAll(ContainerFields.of(probes, ServerSideApply::port))
        .build();
  }

  /** With the protocol: number and protocol together tell the API server which port is meant. */
  private static YamlMap port(ContainerPort port) {
    return YamlMap.builder().putAll(ContainerFields.port(port)).put("protocol", "TCP").build();
  }
}
