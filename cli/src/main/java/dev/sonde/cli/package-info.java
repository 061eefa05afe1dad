/** The commands: options in, one call, an exit code out. */
@NullMarked
package dev.sonde.cli;

import org.jspecify.annotations.NullMarked;
