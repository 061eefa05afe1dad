/**
 * Checks for what makes containers stop working. Each says in its annotation which probe it is for;
 * where that does not fit, an annotated method or subclass of your own asks it for another one.
 */
@NullMarked
package dev.sonde.checks;

import org.jspecify.annotations.NullMarked;
