/** Turns annotated elements into health endpoints and probe blocks. */
@NullMarked
package dev.sonde.processor;

import org.jspecify.annotations.NullMarked;
