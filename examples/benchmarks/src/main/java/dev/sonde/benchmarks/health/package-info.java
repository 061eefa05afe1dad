/** Health endpoints of Sonde and of its peers under the same load, and with a check that hangs. */
@NullMarked
package dev.sonde.benchmarks.health;

import org.jspecify.annotations.NullMarked;
