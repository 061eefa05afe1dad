/** The numbers of probes that meet objectives, and what keeps objectives from being met. */
@NullMarked
package dev.sonde.kubelet.internal.suggest;

import org.jspecify.annotations.NullMarked;
