/** The document in which measurements stand beside manifests, {@code sonde-measured.yaml}. */
@NullMarked
package dev.sonde.manifests.measured;

import org.jspecify.annotations.NullMarked;
