/** What probes found, and the written forms in which it is told. */
@NullMarked
package dev.sonde.runtime.answer;

import org.jspecify.annotations.NullMarked;
