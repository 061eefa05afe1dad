/**
 * What was measured of running containers, and what may be said about it: immutable values that
 * {@code measure} records and {@code check}, {@code lint}, {@code suggest} and the report read.
 */
@NullMarked
package dev.sonde.measured;

import org.jspecify.annotations.NullMarked;
