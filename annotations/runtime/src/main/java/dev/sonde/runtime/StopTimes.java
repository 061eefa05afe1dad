package dev.sonde.runtime;

import java.time.Duration;

/**
 * How long an application takes to stop once it has got SIGTERM.
 *
 * @param drain how long it goes on serving, at least 0
 * @param stop how long it may then take to stop, more than 0
 */
record StopTimes(Duration drain, Duration stop) {

  /** Nobody has said how long: it is not waited before, and a century after. */
  static final StopTimes OPEN = new StopTimes(Duration.ZERO, Duration.ofDays(36_500));

  StopTimes {
    if (drain.isNegative()) {
      throw new IllegalArgumentException("drain delay " + drain + " is negative");
    }
    if (stop.isNegative() || stop.isZero()) {
      throw new IllegalArgumentException("time to stop " + stop + " is not more than 0");
    }
  }

  boolean isLongerThan(StopTimes other) {
    return drain.plus(stop).compareTo(other.drain.plus(other.stop)) > 0;
  }

  @Override
  public String toString() {
    return seconds(drain) + " to drain and " + seconds(stop) + " to stop";
  }

  private static String seconds(Duration time) {
    return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
