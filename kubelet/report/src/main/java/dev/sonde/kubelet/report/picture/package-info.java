/** Draws timelines as SVG. */
@NullMarked
package dev.sonde.kubelet.report.picture;

import org.jspecify.annotations.NullMarked;
