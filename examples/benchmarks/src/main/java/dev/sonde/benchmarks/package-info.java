/** What Sonde costs. */
@NullMarked
package dev.sonde.benchmarks;

import org.jspecify.annotations.NullMarked;
