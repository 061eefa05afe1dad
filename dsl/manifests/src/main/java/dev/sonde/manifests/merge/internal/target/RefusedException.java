package dev.sonde.manifests.merge.internal.target;

import dev.sonde.manifests.merge.outcome.Refusal;

/** Ends the planning of one container. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.toString(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
