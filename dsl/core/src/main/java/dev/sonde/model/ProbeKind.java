package dev.sonde.model;

/** The three probes that a container may have, in the order in which they take effect. */
public enum ProbeKind {
  /** Holds back the other two until the application has started; its failure restarts. */
  STARTUP("startupProbe", "startup"),
  /** Restarts the container when it fails. */
  LIVENESS("livenessProbe", "liveness"),
  /** Takes the pod out of its Services when it fails. */
  READINESS("readinessProbe", "readiness");

  private final String fieldName;
  private final String word;

  ProbeKind(String fieldName, String word) {
    this.fieldName = fieldName;
    this.word = word;
  }

  /**
   * {@return the field of a Kubernetes container that holds this probe, such as {@code
   * livenessProbe}}
   */
  public String fieldName() {
    return fieldName;
  }

  /** {@return the name used in running text, such as {@code liveness}} */
  public String word() {
    return word;
  }

  /** Tells whether a failure of this probe kills the container: startup and liveness. */
  public boolean restarts() {
    return this != READINESS;
  }
}
