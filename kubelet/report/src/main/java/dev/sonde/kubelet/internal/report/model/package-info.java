/** What a report says: immutable values, whatever form they are handed on in. */
@NullMarked
package dev.sonde.kubelet.internal.report.model;

import org.jspecify.annotations.NullMarked;
