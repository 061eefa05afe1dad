/** Remembers where things are in the sources and prints what is wrong there, once and sorted. */
@NullMarked
package dev.sonde.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
