package dev.sonde.manifests.lint;

import dev.sonde.lint.JudgedSeries;
import dev.sonde.manifests.output.ManifestPlace;

/**
 * What was measured of a container, beside its numbers, and where the container is.
 *
 * @param judged the measurements, and what rules say about them
 * @param place the container's place in its manifest
 */
public record PlacedSeries(JudgedSeries judged, ManifestPlace place) {}
