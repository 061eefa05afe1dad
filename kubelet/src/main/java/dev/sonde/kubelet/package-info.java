/** What the kubelet does with a probe. */
@NullMarked
package dev.sonde.kubelet;

import org.jspecify.annotations.NullMarked;
