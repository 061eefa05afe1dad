package dev.sonde.checks;

import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * The last while, cut into ten parts that are forgotten one by one. Not thread-safe: belongs to
 * whatever keeps a value for each part.
 */
final class SlidingWindow {

  static final int PARTS = 10;

  private final long partNanos;
  private final LongSupplier nanoTime;
  private final IntConsumer forget;
  private final long startNanos;
  private long newest;

  /**
   * Makes a window.
   *
   * @param length at least 10 ms
   * @param forget gets each part that is over and will be used again
   */
  SlidingWindow(Duration length, LongSupplier nanoTime, IntConsumer forget) {
    this.partNanos =
        ArgumentLimits.atLeastOneMilli("a tenth of the window", length.dividedBy(PARTS)).toNanos();
    this.nanoTime = nanoTime;
    this.forget = forget;
    this.startNanos = nanoTime.getAsLong();
  }

  /** Forgets what is too old. {@return the part that is now, 0 to 9} */
  int now() {
    long now = (nanoTime.getAsLong() - startNanos) / partNanos;
    for (long part = Math.max(newest, now - PARTS) + 1; part <= now; part++) {
      forget.accept((int) (part % PARTS));
    }
    newest = now;
    return (int) (now % PARTS);
  }
}
