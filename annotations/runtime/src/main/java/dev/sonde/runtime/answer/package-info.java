/** What probes found, and its written forms. */
@NullMarked
package dev.sonde.runtime.answer;

import org.jspecify.annotations.NullMarked;
