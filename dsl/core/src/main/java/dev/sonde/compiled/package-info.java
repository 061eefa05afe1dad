/** What a compilation leaves behind: its class files, and Sonde's record of them. */
@NullMarked
package dev.sonde.compiled;

import org.jspecify.annotations.NullMarked;
