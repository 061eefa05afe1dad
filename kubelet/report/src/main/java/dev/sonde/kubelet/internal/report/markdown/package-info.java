/** The report for a pull request: Markdown, with timelines of plain characters. */
@NullMarked
package dev.sonde.kubelet.internal.report.markdown;

import org.jspecify.annotations.NullMarked;
