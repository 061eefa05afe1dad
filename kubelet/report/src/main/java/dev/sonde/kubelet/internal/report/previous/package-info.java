/** The report for the next one to compare with: JSON, and what changed since. */
@NullMarked
package dev.sonde.kubelet.internal.report.previous;

import org.jspecify.annotations.NullMarked;
