package dev.sonde.checks;

import dev.sonde.annotation.Liveness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a loop still turns: a worker calls {@link #beat} each time round, and must do so often
 * enough. Catches whatever stops it: an endless loop, a lock that never comes, a dead thread.
 * Thread-safe; a beat costs a clock reading.
 *
 * <p>The time until the first beat counts from when this was made. A worker that waits for work
 * waits with a timeout and beats after it, or idling looks like hanging.
 */
@Liveness(name = "heartbeat")
public class HeartbeatCheck implements HealthCheck {

  private final Duration limit;
  private final LongSupplier nanoTime;
  private volatile long lastNanos;

  /**
   * Makes a check.
   *
   * @param limit how long the loop may take for one round, at least 1 ms
   * @throws IllegalArgumentException if that is less than 1 ms
   */
  public HeartbeatCheck(Duration limit) {
    this(limit, System::nanoTime);
  }

  HeartbeatCheck(Duration limit, LongSupplier nanoTime) {
    this.limit = ArgumentLimits.atLeastOneMilli("limit", limit);
    this.nanoTime = nanoTime;
    this.lastNanos = nanoTime.getAsLong();
  }

  /** Says that the loop has come round. */
  public void beat() {
    lastNanos = nanoTime.getAsLong();
  }

  @Override
  public Health check() {
    Duration silent = Duration.ofNanos(nanoTime.getAsLong() - lastNanos);
    return Health.of(silent.compareTo(limit) <= 0).with("silentMillis", silent.toMillis());
  }
}
