/** Plays scenarios and lays what happens out in lanes. */
@NullMarked
package dev.sonde.kubelet.report.timeline;

import org.jspecify.annotations.NullMarked;
