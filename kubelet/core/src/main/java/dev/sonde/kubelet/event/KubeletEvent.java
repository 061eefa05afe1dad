package dev.sonde.kubelet.event;

import dev.sonde.kubelet.internal.time.NanoTime;

/** One thing that happened to a pod or to one of its containers. */
public sealed interface KubeletEvent permits ProbeEvent, ContainerEvent, PodEvent, RolloutChanged {

  /** {@return when, in nanoseconds since the pod was handed to the kubelet} */
  long at();

  /** {@return the container's name; empty where it happened to the pod} */
  String container();

  /** {@return the event's stable name for programs, such as {@code probe-tried}} */
  String type();

  /** {@return what happened, in a few words without time and container} */
  String text();

  /** {@return what happened and when, such as {@code t=31.0s liveness failed (2/3): refused}} */
  default String line() {
    return "t=" + NanoTime.text(at()) + " " + text();
  }
}
