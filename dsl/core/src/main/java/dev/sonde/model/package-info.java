/**
 * The one model of a container's probes: what annotations, the fluent DSL and manifests are read
 * into, what rules judge and what every rendering starts from.
 *
 * <p>Every type is an immutable value. A value may describe a probe that Kubernetes would refuse:
 * the model holds what was written, {@code dev.sonde.rules} judges it.
 */
@NullMarked
package dev.sonde.model;

import org.jspecify.annotations.NullMarked;
