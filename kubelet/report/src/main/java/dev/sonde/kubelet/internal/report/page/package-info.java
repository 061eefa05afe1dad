/** The report as one self-contained page: HTML with inline CSS and SVG, no script. */
@NullMarked
package dev.sonde.kubelet.internal.report.page;

import org.jspecify.annotations.NullMarked;
