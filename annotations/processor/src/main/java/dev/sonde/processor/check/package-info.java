/** Judges what only the Java language can tell: signatures, visibility, names. */
@NullMarked
package dev.sonde.processor.check;

import org.jspecify.annotations.NullMarked;
