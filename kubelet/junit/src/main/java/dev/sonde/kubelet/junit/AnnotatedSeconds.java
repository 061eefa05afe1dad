package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.internal.time.NanoTime;
import java.time.Duration;

/** Seconds as annotations can hold them, and as messages print them. */
final class AnnotatedSeconds {

  private AnnotatedSeconds() {}

  static Duration of(double seconds) {
    return Duration.ofNanos((long) (seconds * NanoTime.PER_SECOND));
  }

  /** Such as {@code 31s} or {@code 0.25s}. */
  static String text(Duration duration) {
    return NanoTime.exactSeconds(NanoTime.of(duration)).toPlainString() + "s";
  }
}
