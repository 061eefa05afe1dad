/** Where probes are read from: probe-set documents, manifests, single probes. */
@NullMarked
package dev.sonde.kubelet.input;

import org.jspecify.annotations.NullMarked;
