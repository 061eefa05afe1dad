/** What happened to a pod, as immutable values: the trace that simulator and live prober write. */
@NullMarked
package dev.sonde.kubelet.event;

import org.jspecify.annotations.NullMarked;
