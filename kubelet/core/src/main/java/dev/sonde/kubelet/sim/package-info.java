/**
 * Pods on virtual time: what an application does goes in, what the kubelet makes of it comes out.
 */
@NullMarked
package dev.sonde.kubelet.sim;

import org.jspecify.annotations.NullMarked;
