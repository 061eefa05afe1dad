package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.ProbeKind;
import java.util.Locale;

/** What ends a container, or takes it out of traffic. */
public enum DecisionCause {
  /** The startup probe failed. */
  STARTUP,
  /** The liveness probe failed. */
  LIVENESS,
  /** The readiness probe failed; nothing is restarted. */
  READINESS,
  /** The kernel killed it: it used more memory than its limit. */
  MEMORY,
  /** The process ended by itself. */
  EXIT,
  /** Somebody stopped the pod or the container: a deletion, an eviction, another definition. */
  STOPPED,
  /** The recording does not say. */
  UNKNOWN;

  static DecisionCause of(ProbeKind probe) {
    return valueOf(probe.name());
  }

  /** {@return the name for programs, such as {@code liveness}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
