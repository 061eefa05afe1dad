/** A pod as the kubelet runs it: containers started, probed, killed and started again. */
@NullMarked
package dev.sonde.kubelet.internal.pod;

import org.jspecify.annotations.NullMarked;
