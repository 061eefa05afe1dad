package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Whether a bounded queue has room for more work. A queue that is full for a moment is what queues
 * are for; so it is down only when it was too full each time it was looked at for a while, and up
 * again as soon as it is not. Thread-safe.
 */
@Readiness(name = "queue")
public class QueueCheck implements HealthCheck {

  private static final double PERCENT = 100;

  private final IntSupplier size;
  private final int capacity;
  private final double limit;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private boolean tooFull; // guarded by this, as is the next
  private long sinceNanos;

  /**
   * Creates a check that fails when a queue is over 90 % full for five seconds.
   *
   * @param queue a queue with a bound
   */
  public QueueCheck(BlockingQueue<?> queue) {
    this(queue::size, queue.size() + queue.remainingCapacity(), 0.9, Duration.ofSeconds(5));
  }

  /**
   * Makes a check.
   *
   * @param size tells how much is in the queue
   * @param capacity how much can be in it, at least 1
   * @param limit the part of the capacity that is too much, more than 0 and at most 1
   * @param patience how long it may be that full
   * @throws IllegalArgumentException if one of them is out of range
   */
  public QueueCheck(IntSupplier size, int capacity, double limit, Duration patience) {
    this(size, capacity, limit, patience, System::nanoTime);
  }

  QueueCheck(
      IntSupplier size, int capacity, double limit, Duration patience, LongSupplier nanoTime) {
    this.size = Objects.requireNonNull(size, "size");
    this.capacity = ArgumentLimits.inRange("capacity", capacity, 1, Integer.MAX_VALUE);
    this.limit = ArgumentLimits.part("limit", limit);
    this.patience = Objects.requireNonNull(patience, "patience");
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized Health check() {
    double part = size.getAsInt() / (double) capacity;
    long now = nanoTime.getAsLong();
    if (part <= limit) {
      tooFull = false;
    } else if (!tooFull) {
      tooFull = true;
      sinceNanos = now;
    }
    boolean tooLong = tooFull && now - sinceNanos >= patience.toNanos();
    return Health.of(!tooLong).with("fullPercent", Math.round(part * PERCENT));
  }
}
