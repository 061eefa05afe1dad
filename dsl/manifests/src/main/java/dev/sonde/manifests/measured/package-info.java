/** The document in which measurements are beside manifests, {@code sonde-measured.yaml}. */
@NullMarked
package dev.sonde.manifests.measured;

import org.jspecify.annotations.NullMarked;
