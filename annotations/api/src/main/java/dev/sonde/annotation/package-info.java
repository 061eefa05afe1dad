/**
 * The annotations that declare a container's probes. They are read at compile time and kept in
 * class files, so that libraries can carry checks; nothing reads them at run time.
 */
@NullMarked
package dev.sonde.annotation;

import org.jspecify.annotations.NullMarked;
