/** Sonde's one log, which never fails those who write to it. Not for applications. */
@NullMarked
package dev.sonde.runtime.internal.log;

import org.jspecify.annotations.NullMarked;
