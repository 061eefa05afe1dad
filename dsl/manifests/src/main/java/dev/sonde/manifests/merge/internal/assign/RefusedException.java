package dev.sonde.manifests.merge.internal.assign;

import dev.sonde.manifests.output.PlacedFinding;

/** Ends the planning of one container. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PlacedFinding refusal;

  public RefusedException(PlacedFinding refusal) {
    super(refusal.toString(), null, false, false);
    this.refusal = refusal;
  }

  public PlacedFinding refusal() {
    return refusal;
  }
}
