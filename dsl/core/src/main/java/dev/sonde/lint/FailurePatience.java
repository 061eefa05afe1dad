package dev.sonde.lint;

import java.time.Duration;

/** How long a probe bears failures before it has failed: (failureThreshold - 1) x period. */
final class FailurePatience {

  private FailurePatience() {}

  static Duration of(ProbeView probe) {
    return probe.budget().refusalNoticedSoonest();
  }
}
