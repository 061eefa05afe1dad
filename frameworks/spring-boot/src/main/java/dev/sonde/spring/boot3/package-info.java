/** The two directions between Sonde's checks and the health indicators of Spring Boot 3.5. */
@NullMarked
package dev.sonde.spring.boot3;

import org.jspecify.annotations.NullMarked;
