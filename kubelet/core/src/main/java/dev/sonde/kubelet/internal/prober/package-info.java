/** The prober's state machine: one worker for each probe of a container. */
@NullMarked
package dev.sonde.kubelet.internal.prober;

import org.jspecify.annotations.NullMarked;
