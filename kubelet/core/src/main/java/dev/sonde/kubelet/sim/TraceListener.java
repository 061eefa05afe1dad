package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;

/** Hears what happens in a simulation, in order. */
@FunctionalInterface
public interface TraceListener {

  /**
   * Something happened.
   *
   * @param pod the pod that it happened to; empty for the workload as a whole
   * @param event what happened
   */
  void happened(String pod, KubeletEvent event);
}
