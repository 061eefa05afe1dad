/** Certificates for the health server: read from files, judged, and read again when they change. */
@NullMarked
package dev.sonde.runtime.tls;

import org.jspecify.annotations.NullMarked;
