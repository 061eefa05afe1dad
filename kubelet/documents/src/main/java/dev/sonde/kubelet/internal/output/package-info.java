/** Traces in the forms in which they are handed on: JSON for programs, lines for people. */
@NullMarked
package dev.sonde.kubelet.internal.output;

import org.jspecify.annotations.NullMarked;
