package dev.sonde.manifests.shapes;

import dev.sonde.model.ProbeKind;
import dev.sonde.yaml.YamlMap;
import java.util.List;

/** How a chart lets its users change probes. */
interface HelmDialect {

  /** What the values' comment tells the chart's user. */
  List<String> advice();

  /** The values of one container. */
  YamlMap values(HelmPart part);

  /** The named templates of one container. */
  String templates(HelmPart part);

  /** The JSON schemas of the values of one probe, by key. */
  YamlMap schemas(HelmPart part, ProbeKind kind);
}
