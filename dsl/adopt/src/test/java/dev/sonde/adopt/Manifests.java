package dev.sonde.adopt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Manifests to adopt, and the options that most tests use. */
final class Manifests {

  private Manifests() {}

  static ManifestFile file(String text) {
    return ManifestFile.of("k8s.yaml", text.getBytes(UTF_8));
  }

  static AdoptedCode adopt(String text, AdoptionStyle style) {
    return AdoptedCode.of(List.of(file(text)), options(style));
  }

  static AdoptOptions options(AdoptionStyle style) {
    return new AdoptOptions(
        style,
        "com.acme",
        Optional.empty(),
        ContainerSelection.ALL,
        WorkloadKinds.KNOWN,
        List.of(KubernetesVersion.DEFAULT));
  }

  /** A Deployment with one container for each set, and the set's probes. */
  static String deployment(List<ProbeSet> sets) {
    List<YamlNode> containers = sets.stream().<YamlNode>map(Manifests::container).toList();
    return Yaml.write(
        YamlMap.builder()
            .put("apiVersion", "apps/v1")
            .put("kind", "Deployment")
            .put("metadata", YamlMap.builder().put("name", "orders").build())
            .put("spec", in("template", in("spec", in("containers", new YamlList(containers)))))
            .build());
  }

  private static YamlMap container(ProbeSet set) {
    return YamlMap.builder()
        .put("name", set.container().name().orElseThrow())
        .put("image", "acme:1")
        .putAll(set.toFields())
        .build();
  }

  private static YamlMap in(String field, YamlNode value) {
    return YamlMap.builder().put(field, value).build();
  }
}
