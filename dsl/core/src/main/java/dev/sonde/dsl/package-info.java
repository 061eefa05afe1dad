/**
 * Probes written in Java: {@code httpGet("/livez").port(8080).every(seconds(10))}.
 *
 * <p>What can never be legal does not compile; what else Kubernetes would refuse is refused here,
 * with the same words.
 */
@NullMarked
package dev.sonde.dsl;

import org.jspecify.annotations.NullMarked;
