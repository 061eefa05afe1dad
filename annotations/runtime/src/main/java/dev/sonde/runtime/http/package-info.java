/** What a client of the health server may take. */
@NullMarked
package dev.sonde.runtime.http;

import org.jspecify.annotations.NullMarked;
