/** Runs the checks and answers the probes. */
@NullMarked
package dev.sonde.runtime;

import org.jspecify.annotations.NullMarked;
