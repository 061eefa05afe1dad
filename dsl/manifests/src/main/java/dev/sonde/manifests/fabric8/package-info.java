/**
 * Probes to and from the Kubernetes objects of the fabric8 model: a single {@code Probe}, a
 * container, a whole workload or its builder.
 */
@NullMarked
package dev.sonde.manifests.fabric8;

import org.jspecify.annotations.NullMarked;
