package dev.sonde.lint;

/** Whether a Service sends traffic to a pod. */
public enum ServiceSelection {
  /** A Service is known that selects the pod. */
  SELECTED,
  /** All Services that there will be are known, and none selects the pod. */
  NOT_SELECTED,
  /** The Services are not known. */
  UNKNOWN
}
