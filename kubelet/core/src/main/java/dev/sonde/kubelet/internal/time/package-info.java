/** Virtual and real time behind one interface, so that the same machine runs on either. */
@NullMarked
package dev.sonde.kubelet.internal.time;

import org.jspecify.annotations.NullMarked;
