/** Reads what is to be reported on: compiled code, probe-set documents, manifests. */
@NullMarked
package dev.sonde.kubelet.internal.report.source;

import org.jspecify.annotations.NullMarked;
