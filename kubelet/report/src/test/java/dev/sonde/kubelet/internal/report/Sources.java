package dev.sonde.kubelet.internal.report;

import java.nio.file.Path;
import java.util.List;

/** What the tests report on. */
final class Sources {

  static final Path FOLDER = Path.of("src/test/resources/report");

  /** A probe-set document. */
  static final ReportInputs ORDERS =
      ReportInputs.NONE.withProbes(List.of(file("orders.yaml"))).namedFrom(FOLDER);

  /** A Deployment with an init container, a sidecar, and a liveness probe that equals readiness. */
  static final ReportInputs SHOP = manifests("shop.yaml");

  /** Names that want to be markup. */
  static final ReportInputs HOSTILE = manifests("hostile.yaml");

  /** Probes that Kubernetes would refuse, files that are none, and numbers at the limits. */
  static final ReportInputs IMPOSSIBLE = manifests("impossible.yaml");

  private Sources() {}

  static ReportInputs manifests(String... files) {
    return ReportInputs.NONE
        .withManifests(java.util.Arrays.stream(files).map(Sources::file).toList())
        .namedFrom(FOLDER);
  }

  static Path file(String name) {
    return FOLDER.resolve(name);
  }
}
