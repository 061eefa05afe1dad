/** Manifests as text and as objects. */
@NullMarked
package dev.sonde.manifests;

import org.jspecify.annotations.NullMarked;
