/** The contract between an application's checks and whatever asks them. */
@NullMarked
package dev.sonde.health;

import org.jspecify.annotations.NullMarked;
