package dev.sonde.kubelet;

import dev.sonde.model.ProbeKind;

/** What the kubelet holds to be true of a probe. */
public enum ProbeResult {
  /** The probe succeeded as often in a row as its threshold asks. */
  SUCCESS("success"),
  /** The probe failed as often in a row as its threshold asks. */
  FAILURE("failure"),
  /** Nothing is known yet. */
  UNKNOWN("unknown");

  private final String word;

  ProbeResult(String word) {
    this.word = word;
  }

  /** {@return the name used in reports, such as {@code success}} */
  public String word() {
    return word;
  }

  /**
   * {@return what is held to be true before any result}
   *
   * @param kind which of the three probes
   */
  public static ProbeResult before(ProbeKind kind) {
    return switch (kind) {
      case STARTUP -> UNKNOWN;
      case LIVENESS -> SUCCESS;
      case READINESS -> FAILURE;
    };
  }
}
