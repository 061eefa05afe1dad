/** A probe to be run inside a container whose image has neither a shell nor curl. */
@NullMarked
package dev.sonde.probe;

import org.jspecify.annotations.NullMarked;
