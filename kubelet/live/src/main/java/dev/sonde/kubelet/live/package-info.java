/** A kubelet for one container on this machine: a real process, really probed. */
@NullMarked
package dev.sonde.kubelet.live;

import org.jspecify.annotations.NullMarked;
