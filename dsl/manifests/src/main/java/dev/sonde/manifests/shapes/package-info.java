/** Probes in the forms in which teams deploy: patches, charts, whole manifests. */
@NullMarked
package dev.sonde.manifests.shapes;

import org.jspecify.annotations.NullMarked;
