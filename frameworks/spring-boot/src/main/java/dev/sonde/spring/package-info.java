/** Serves Sonde's probes in Spring Boot: what both lines, 3.5 and 4, have in common. */
@NullMarked
package dev.sonde.spring;

import org.jspecify.annotations.NullMarked;
