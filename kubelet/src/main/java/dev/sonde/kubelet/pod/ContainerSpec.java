package dev.sonde.kubelet.pod;

import dev.sonde.model.ProbeSet;

/**
 * A container of a pod.
 *
 * @param name its name
 * @param probes its probes
 */
public record ContainerSpec(String name, ProbeSet probes) {}
