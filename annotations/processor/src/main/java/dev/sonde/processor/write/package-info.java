/** Hands what is generated to the compiler. */
@NullMarked
package dev.sonde.processor.write;

import org.jspecify.annotations.NullMarked;
