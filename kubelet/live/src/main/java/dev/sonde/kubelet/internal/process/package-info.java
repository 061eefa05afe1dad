/** Processes under the kubelet's hand. */
@NullMarked
package dev.sonde.kubelet.internal.process;

import org.jspecify.annotations.NullMarked;
