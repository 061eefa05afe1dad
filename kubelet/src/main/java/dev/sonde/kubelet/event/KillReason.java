package dev.sonde.kubelet.event;

import dev.sonde.model.ProbeKind;

/** Why a container is killed. */
public enum KillReason {
  /** Its liveness probe failed. */
  LIVENESS("liveness probe failed"),
  /** Its startup probe failed. */
  STARTUP("startup probe failed"),
  /** Its pod is to be deleted. */
  DELETION("pod deleted"),
  /** Its pod is evicted. */
  EVICTION("pod evicted"),
  /** It is a sidecar, and the main containers are done. */
  COMPLETION("main containers done");

  private final String text;

  KillReason(String text) {
    this.text = text;
  }

  /**
   * {@return the reason that a probe is}
   *
   * @param probe liveness or startup
   */
  public static KillReason of(ProbeKind probe) {
    return probe == ProbeKind.STARTUP ? STARTUP : LIVENESS;
  }

  /** {@return the reason in a few words} */
  public String text() {
    return text;
  }
}
