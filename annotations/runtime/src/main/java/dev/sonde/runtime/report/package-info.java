/** What probes found, and the written forms in which it is told. */
@NullMarked
package dev.sonde.runtime.report;

import org.jspecify.annotations.NullMarked;
