/** How long it takes: the formulas, for a container's probes together. */
@NullMarked
package dev.sonde.kubelet.answer;

import org.jspecify.annotations.NullMarked;
