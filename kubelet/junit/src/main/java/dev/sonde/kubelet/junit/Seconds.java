package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.internal.time.Nanos;
import java.time.Duration;

/** Seconds as annotations can hold them, and as messages print them. */
final class Seconds {

  private Seconds() {}

  static Duration of(double seconds) {
    return Duration.ofNanos((long) (seconds * Nanos.PER_SECOND));
  }

  /** Such as {@code 31s} or {@code 0.25s}. */
  static String text(Duration duration) {
    return Nanos.exactSeconds(Nanos.of(duration)).toPlainString() + "s";
  }
}
