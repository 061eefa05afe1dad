package dev.sonde.runtime.internal.engine;

import java.time.Duration;

/** How a probe's timeout is divided between its checks and everything else. */
public final class ProbeDeadline {

  /** The most that is left for everything else. */
  public static final Duration LARGEST_MARGIN = Duration.ofMillis(500);

  private static final int MARGIN_PART = 5;

  private ProbeDeadline() {}

  /**
   * {@return how long the checks of a probe may take: its timeout, less a fifth of it but at most
   * half a second, which is left for the network, the scheduler and the garbage collector}
   *
   * @param timeout the probe's own timeout
   */
  public static Duration within(Duration timeout) {
    // Not Duration.dividedBy: the numbers behind it take a tenth of the start to load.
    Duration part = Duration.ofNanos(timeout.toNanos() / MARGIN_PART);
    return timeout.minus(part.compareTo(LARGEST_MARGIN) < 0 ? part : LARGEST_MARGIN);
  }
}
