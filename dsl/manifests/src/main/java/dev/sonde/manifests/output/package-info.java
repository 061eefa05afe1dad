/** Findings with the places they belong to, and the forms in which they are handed on. */
@NullMarked
package dev.sonde.manifests.output;

import org.jspecify.annotations.NullMarked;
