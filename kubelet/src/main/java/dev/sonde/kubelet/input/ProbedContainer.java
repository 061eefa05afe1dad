package dev.sonde.kubelet.input;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;

/**
 * A container that is to be probed.
 *
 * @param pod its pod
 * @param container the container, one of the pod's
 */
public record ProbedContainer(PodSpec pod, ContainerSpec container) {}
