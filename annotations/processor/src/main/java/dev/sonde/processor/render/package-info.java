/** Writes the text of what is generated. The same plan gives the same text, everywhere. */
@NullMarked
package dev.sonde.processor.render;

import org.jspecify.annotations.NullMarked;
