/**
 * Judges manifests: what the API server says, what experience says, and where each of it is
 * written.
 */
@NullMarked
package dev.sonde.manifests.lint;

import org.jspecify.annotations.NullMarked;
