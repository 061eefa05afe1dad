/** What really happened to a pod's probes, from what kubectl prints and the kubelet counts. */
@NullMarked
package dev.sonde.kubelet.internal.replay;

import org.jspecify.annotations.NullMarked;
