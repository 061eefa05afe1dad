/** MicroProfile Health and Sonde's engine, either with the other's checks. */
@NullMarked
package dev.sonde.microprofile;

import org.jspecify.annotations.NullMarked;
