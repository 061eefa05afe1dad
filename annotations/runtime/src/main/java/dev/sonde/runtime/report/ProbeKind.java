package dev.sonde.runtime.report;

/** The three questions that Kubernetes asks a container. */
public enum ProbeKind {
  /** Has it started? */
  STARTUP,
  /** Does it still work, or must it be restarted? */
  LIVENESS,
  /** May it get traffic? */
  READINESS
}
