package dev.sonde.kubelet.internal.prober;

/** What the pod's status says a container does. */
public enum ContainerState {
  /** Not started yet, or not started again yet. */
  WAITING,
  /** Running, since its post-start hook returned. */
  RUNNING,
  /** Ended. */
  TERMINATED
}
