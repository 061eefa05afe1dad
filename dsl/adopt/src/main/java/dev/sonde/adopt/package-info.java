/**
 * From manifests to code: reads the probes of hand-written manifests and writes the Java that
 * declares the same ones, as annotations or in the fluent DSL.
 *
 * <p>Everything is read and judged before anything is written. What cannot be declared as it is, is
 * a finding with its place, and then nothing is written.
 */
@NullMarked
package dev.sonde.adopt;

import org.jspecify.annotations.NullMarked;
