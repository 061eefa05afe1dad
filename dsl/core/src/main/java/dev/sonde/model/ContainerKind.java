package dev.sonde.model;

/** The four roles of a container in a pod; they decide which probes it may have. */
public enum ContainerKind {
  /** A container of the application: all probes. */
  MAIN("containers", "container"),
  /** Runs to its end before the main containers start: no probes. */
  INIT("initContainers", "init container"),
  /** An init container that is restarted for ever, and so runs beside the others: all probes. */
  SIDECAR("initContainers", "sidecar"),
  /** Added to a running pod to look into it: no probes. */
  EPHEMERAL("ephemeralContainers", "ephemeral container");

  private final String listField;
  private final String word;

  ContainerKind(String listField, String word) {
    this.listField = listField;
    this.word = word;
  }

  /** {@return the field of a pod that lists such containers, such as {@code initContainers}} */
  public String listField() {
    return listField;
  }

  /** {@return the name used in running text, such as {@code init container}} */
  public String word() {
    return word;
  }

  /** Tells whether Kubernetes runs probes for such a container. */
  public boolean mayHaveProbes() {
    return this == MAIN || this == SIDECAR;
  }
}
