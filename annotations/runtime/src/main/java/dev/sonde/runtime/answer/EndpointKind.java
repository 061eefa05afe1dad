package dev.sonde.runtime.answer;

/** The three questions that Kubernetes asks a container. */
public enum EndpointKind {
  /** Has it started? */
  STARTUP,
  /** Does it still work, or must it be restarted? */
  LIVENESS,
  /** May it get traffic? */
  READINESS
}
