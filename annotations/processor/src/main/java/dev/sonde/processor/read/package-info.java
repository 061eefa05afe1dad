/** Reads annotated elements into plain records that remember where each value is. */
@NullMarked
package dev.sonde.processor.read;

import org.jspecify.annotations.NullMarked;
