package dev.sonde.manifests.shapes;

import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;

/** A kustomize component: a folder that overlays take in as a whole, with a patch for each set. */
final class KustomizeComponent {

  private static final String FOLDER = "kustomize-component/";

  private KustomizeComponent() {}

  static ShapeRendering of(List<ProbeSet> sets) {
    List<YamlNode> patches =
        sets.stream()
            .<YamlNode>map(
                probes ->
                    YamlMap.builder().put("path", GeneratedHeader.fileName(probes, sets)).build())
            .toList();
    YamlMap component =
        YamlMap.builder()
            .put("apiVersion", "kustomize.config.k8s.io/v1alpha1")
            .put("kind", "Component")
            .put("patches", new YamlList(patches))
            .build();
    List<String> comment =
        List.of(
            GeneratedHeader.COMMENT, "Name this folder under components in a kustomization.yaml.");
    return ShapeRendering.of(
            new ShapeFile(FOLDER + "kustomization.yaml", Yaml.write(comment, component)))
        .and(GeneratedHeader.each(FOLDER, sets, StrategicMergePatch::of));
  }
}
