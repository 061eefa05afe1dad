/** Health as metrics, for applications that have Micrometer. */
@NullMarked
package dev.sonde.runtime.micrometer;

import org.jspecify.annotations.NullMarked;
