/** What a report says: immutable values, whatever form they are handed on in. */
@NullMarked
package dev.sonde.kubelet.report.model;

import org.jspecify.annotations.NullMarked;
