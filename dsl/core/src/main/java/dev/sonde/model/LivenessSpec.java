package dev.sonde.model;

/**
 * Something that can serve as a container's liveness probe. The compiler refuses what can never be
 * one.
 */
public interface LivenessSpec {

  /**
   * {@return the probe}
   *
   * @throws RuntimeException if what was written breaks a rule of Kubernetes; the message names the
   *     rule, the value and the remedy
   */
  Probe livenessProbe();
}
