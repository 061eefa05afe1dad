package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.internal.pod.Pod;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of a workload: what Kubernetes gets, and what the containers do.
 *
 * @param spec what Kubernetes gets
 * @param applications what the containers do, by the containers' names; one that is not named is
 *     {@link SimulatedApplication#WELL}
 * @param gates conditions that the pod's readiness waits for
 */
public record PodTemplate(
    PodSpec spec, Map<String, SimulatedApplication> applications, ReadinessGates gates) {

  /** Copies the applications, so that the value stays what it was. */
  public PodTemplate {
    applications = Collections.unmodifiableMap(new TreeMap<>(applications));
  }

  /**
   * Creates a template without readiness gates.
   *
   * @param spec what Kubernetes gets
   * @param applications what the containers do, by the containers' names
   */
  public PodTemplate(PodSpec spec, Map<String, SimulatedApplication> applications) {
    this(spec, applications, ReadinessGates.NONE);
  }

  /**
   * {@return the name that scenarios and traces give a container}
   *
   * @param container the container
   */
  public static String nameOf(ContainerSpec container) {
    return container.name().orElse(Pod.UNNAMED);
  }

  /**
   * {@return this template with another application}
   *
   * @param container the container's name
   * @param application what it does
   */
  public PodTemplate with(String container, SimulatedApplication application) {
    Map<String, SimulatedApplication> more = new TreeMap<>(applications);
    more.put(container, application);
    return new PodTemplate(spec, more, gates);
  }

  /**
   * {@return what a container does}
   *
   * @param container the container
   */
  public SimulatedApplication application(ContainerSpec container) {
    return applications.getOrDefault(nameOf(container), SimulatedApplication.WELL);
  }
}
