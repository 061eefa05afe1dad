package dev.sonde.manifests.shapes;

import java.util.Optional;

/**
 * What the probes do not say and some shapes need.
 *
 * @param base the manifests that a JSON 6902 patch will be applied to
 * @param images the images that starter manifests run
 * @param classPath where Sonde's runtime lies in the image, for a health check in docker compose
 *     that asks with Java; unset means that it asks with {@code curl}
 * @param valuesPath where the probes are in the values of a Helm chart, such as {@code
 *     backend.api}; unset means at the top, or, if there are several containers, each below its
 *     name
 */
public record ShapeOptions(
    BaseManifests base,
    ContainerImages images,
    Optional<String> classPath,
    Optional<String> valuesPath) {

  /** Nothing is known beside the probes. */
  public static final ShapeOptions NONE =
      new ShapeOptions(
          BaseManifests.NONE, ContainerImages.NONE, Optional.empty(), Optional.empty());
}
