package dev.sonde.manifests.overlay;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A kustomization to be built.
 *
 * @param file its file, absolute
 * @param obstacle why it is not built, as in {@code has helmCharts}; unset if it can be
 */
public record OverlayRoot(Path file, Optional<String> obstacle) {

  /** {@return the folder to build} */
  public Path folder() {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }
}
