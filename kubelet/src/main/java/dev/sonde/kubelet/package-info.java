/**
 * What the kubelet does with a container's probes.
 *
 * <p>The packages below hold one machine with two drives: {@code prober} and {@code pod} decide,
 * {@code time} says when, on virtual time or real; {@code handler} makes real attempts, {@code
 * live} runs a real process.
 */
@NullMarked
package dev.sonde.kubelet;

import org.jspecify.annotations.NullMarked;
