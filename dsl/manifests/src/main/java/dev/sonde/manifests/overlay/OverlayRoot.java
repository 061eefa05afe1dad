package dev.sonde.manifests.overlay;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A kustomization or chart to be built.
 *
 * @param file its file, absolute
 * @param kind which of them it is
 * @param obstacle why it is not built, as in {@code has helmCharts}; unset if it can be
 */
record OverlayRoot(Path file, BuildKind kind, Optional<String> obstacle) {

  /** {@return the folder to build} */
  Path folder() {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }
}
