package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;

/**
 * One event of a trace.
 *
 * @param pod the pod that it happened to; empty for the workload as a whole
 * @param event what happened
 */
public record TraceEntry(String pod, KubeletEvent event) {}
