/** Finds the containers of manifests that probes go into. Not for users. */
@NullMarked
package dev.sonde.manifests.merge.internal.assign;

import org.jspecify.annotations.NullMarked;
