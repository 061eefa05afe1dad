package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether threads that want to run are let run: a thread that sleeps for 50 ms again and again
 * measures how much later it wakes. That shows processors that are too busy, a container that is
 * throttled to its limit, and long pauses of the garbage collector, from within and without any
 * configuration.
 *
 * <p>Degraded only, never down: a restart does not cure it, and taking traffic from one pod that is
 * starved gives the others more. Thread-safe; {@link #close} ends the thread, which is a daemon.
 */
@Readiness(name = "cpu-delay")
public class CpuDelayCheck implements HealthCheck, AutoCloseable {

  private static final long SLEEP_NANOS = Duration.ofMillis(50).toNanos();

  private final Duration limit;
  private final SlidingWindow window; // guarded by this, as is the next
  private final long[] worstNanos = new long[SlidingWindow.PARTS];
  private final Thread ticking = new Thread(null, this::tick, "sonde-cpu-delay");
  private volatile boolean closed;

  /** Creates a check that is degraded by delays of more than half a second within the last 10 s. */
  public CpuDelayCheck() {
    this(Duration.ofMillis(500), Duration.ofSeconds(10));
  }

  /**
   * Makes a check and starts its thread.
   *
   * @param limit the delay that is too much, at least 1 ms
   * @param window how far it looks back, at least 10 ms
   * @throws IllegalArgumentException if one of them is out of range
   */
  @SuppressWarnings("this-escape") // The thread starts last and sees nothing that is not set.
  public CpuDelayCheck(Duration limit, Duration window) {
    this.limit = ArgumentLimits.atLeastOneMilli("limit", limit);
    this.window = new SlidingWindow(window, System::nanoTime, part -> worstNanos[part] = 0);
    ticking.setDaemon(true);
    ticking.start();
  }

  @Override
  public Health check() {
    Duration delay = worstDelay();
    Health health = delay.compareTo(limit) > 0 ? Health.degraded() : Health.up();
    return health.with("worstDelayMillis", delay.toMillis());
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(ticking);
  }

  private void tick() {
    while (!closed) {
      long start = System.nanoTime();
      LockSupport.parkNanos(this, SLEEP_NANOS);
      note(System.nanoTime() - start - SLEEP_NANOS);
    }
  }

  private synchronized void note(long delayNanos) {
    int part = window.now();
    worstNanos[part] = Math.max(worstNanos[part], delayNanos);
  }

  private synchronized Duration worstDelay() {
    window.now();
    return Duration.ofNanos(Arrays.stream(worstNanos).max().orElse(0));
  }
}
