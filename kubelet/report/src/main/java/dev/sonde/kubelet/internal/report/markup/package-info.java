/** Writes markup that is well-formed both as HTML and as XML, and in which no text is markup. */
@NullMarked
package dev.sonde.kubelet.internal.report.markup;

import org.jspecify.annotations.NullMarked;
