/** Starts an application again and again under its limits, and measures what its probes see. */
@NullMarked
package dev.sonde.kubelet.measure;

import org.jspecify.annotations.NullMarked;
