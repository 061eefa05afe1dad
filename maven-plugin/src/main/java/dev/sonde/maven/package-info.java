/** The goals: parameters in, one call, exceptions translated. */
@NullMarked
package dev.sonde.maven;

import org.jspecify.annotations.NullMarked;
