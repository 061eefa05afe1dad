package dev.sonde.kubelet.event;

/** Why a container is killed. */
public enum KillReason {
  /** Its liveness probe failed. */
  LIVENESS("liveness probe failed"),
  /** Its startup probe failed. */
  STARTUP("startup probe failed"),
  /** Its pod is to be deleted. */
  DELETION("pod deleted");

  private final String text;

  KillReason(String text) {
    this.text = text;
  }

  /** {@return the reason in a few words} */
  public String text() {
    return text;
  }
}
