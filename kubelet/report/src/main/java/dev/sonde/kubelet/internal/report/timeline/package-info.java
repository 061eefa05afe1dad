/** Plays scenarios and lays what happens out in lanes. */
@NullMarked
package dev.sonde.kubelet.internal.report.timeline;

import org.jspecify.annotations.NullMarked;
