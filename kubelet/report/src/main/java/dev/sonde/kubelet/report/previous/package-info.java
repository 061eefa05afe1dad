/** The report for the next one to compare with: JSON, and what changed since. */
@NullMarked
package dev.sonde.kubelet.report.previous;

import org.jspecify.annotations.NullMarked;
