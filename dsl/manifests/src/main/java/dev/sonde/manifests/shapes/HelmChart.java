package dev.sonde.manifests.shapes;

import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;

/** The parts of a Helm chart that concern probes, in one of the dialects that teams write. */
final class HelmChart {

  private HelmChart() {}

  static ShapeRendering of(
      HelmDialect dialect, String folder, List<ProbeSet> sets, ShapeOptions options) {
    List<HelmPart> parts = HelmPart.of(sets, options);
    List<String> comment = new ArrayList<>(List.of(GeneratedHeader.COMMENT));
    comment.addAll(dialect.advice());
    YamlMap values = YamlMap.builder().build();
    StringBuilder templates = new StringBuilder();
    for (HelmPart part : parts) {
      values = YamlMaps.merge(values, part.around(dialect.values(part)));
      templates.append(templates.isEmpty() ? "" : "\n").append(dialect.templates(part));
    }
    return ShapeRendering.of(
        new ShapeFile(folder + "values.yaml", Yaml.write(comment, values)),
        new ShapeFile(folder + "values.schema.json", ValuesSchema.of(dialect, parts)),
        new ShapeFile(folder + "templates/_probes.tpl", templates.toString()));
  }
}
