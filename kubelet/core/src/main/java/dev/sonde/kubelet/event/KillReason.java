package dev.sonde.kubelet.event;

import dev.sonde.model.ProbeKind;
import java.util.Locale;

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
  /** Another container ended with an exit code that restarts all containers. */
  RESTART_ALL("all containers restart"),
  /** It is a sidecar, and the main containers are done. */
  COMPLETION("main containers done");

  private final String text;

  KillReason(String text) {
    this.text = text;
  }

  /** {@return the name used in reports, such as {@code liveness}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tells whether a probe is the reason. */
  public boolean isProbe() {
    return this == LIVENESS || this == STARTUP;
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
