/**
 * Sonde in Micronaut: its probes, its checks as indicators, and Micronaut's indicators as checks.
 */
@Configuration
@Requires(property = "sonde.enabled", notEquals = "false")
@NullMarked
package dev.sonde.micronaut;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
