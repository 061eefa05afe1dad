/** The report: every container's probes, what they mean in time, and pictures of it. */
@NullMarked
package dev.sonde.kubelet.internal.report;

import org.jspecify.annotations.NullMarked;
