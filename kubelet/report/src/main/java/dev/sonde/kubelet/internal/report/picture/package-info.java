/** Draws timelines as SVG. */
@NullMarked
package dev.sonde.kubelet.internal.report.picture;

import org.jspecify.annotations.NullMarked;
