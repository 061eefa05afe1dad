package dev.sonde.runtime.internal.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The system's time as it was at the start, and from there on steady: when the system's clock is
 * set, no answer becomes older or younger by it.
 */
public final class SteadyClock extends Clock {

  private final Instant startTime = Instant.now();
  private final long startNanos = System.nanoTime();

  /** Starts at the system's time. */
  public SteadyClock() {}

  @Override
  public Instant instant() {
    return startTime.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this; // Nothing here asks for dates.
  }
}
