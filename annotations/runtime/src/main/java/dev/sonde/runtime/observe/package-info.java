/** Listeners that show what checks find in the JDK's own tools. */
@NullMarked
package dev.sonde.runtime.observe;

import org.jspecify.annotations.NullMarked;
