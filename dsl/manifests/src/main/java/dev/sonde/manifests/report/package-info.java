/** Findings with the places they belong to, and the forms in which they are handed on. */
@NullMarked
package dev.sonde.manifests.report;

import org.jspecify.annotations.NullMarked;
