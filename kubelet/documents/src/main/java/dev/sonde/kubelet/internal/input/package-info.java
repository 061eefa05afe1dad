/** Where probes are read from: probe-set documents, manifests, single probes. */
@NullMarked
package dev.sonde.kubelet.internal.input;

import org.jspecify.annotations.NullMarked;
