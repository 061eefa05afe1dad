/** The scenarios that are played for every container with probes. */
@NullMarked
package dev.sonde.kubelet.internal.standard;

import org.jspecify.annotations.NullMarked;
