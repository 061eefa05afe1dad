/**
 * What the configuration of Spring Boot, Quarkus, Micronaut and Helidon says about the health
 * endpoints that they answer themselves, as probes.
 */
@NullMarked
package dev.sonde.manifests.framework;

import org.jspecify.annotations.NullMarked;
