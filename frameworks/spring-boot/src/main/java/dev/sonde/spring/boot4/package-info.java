/** The two directions between Sonde's checks and the health indicators of Spring Boot 4. */
@NullMarked
package dev.sonde.spring.boot4;

import org.jspecify.annotations.NullMarked;
