package dev.sonde.runtime.internal.engine;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a check again and again, so that probes need not wait for it. Starts with the first probe,
 * and goes to sleep when no probe has come for {@link #SLEEPS_AFTER}: endpoints that are simply
 * dropped leave nothing behind.
 */
final class BackgroundSchedule {

  static final Duration SLEEPS_AFTER = Duration.ofMinutes(5);

  private final Runnable refresh;
  private final Duration period;
  private final CheckEngine engine;
  private long lastAskedNanos; // guarded by this
  private @Nullable ScheduledFuture<?> next; // guarded by this; null while asleep

  BackgroundSchedule(Runnable refresh, Duration period, CheckEngine engine) {
    this.refresh = refresh;
    this.period = period;
    this.engine = engine;
  }

  /** A probe has asked. */
  synchronized void keepAwake() {
    lastAskedNanos = System.nanoTime();
    if (next == null) {
      scheduleNext();
    }
  }

  private void tick() {
    synchronized (this) {
      next = null;
      if (System.nanoTime() - lastAskedNanos > SLEEPS_AFTER.toNanos()) {
        return;
      }
      scheduleNext();
    }
    refresh.run();
  }

  private void scheduleNext() {
    try {
      next = engine.timer().schedule(this::tick, period.toNanos(), TimeUnit.NANOSECONDS);
    } catch (Throwable noThread) {
      // Then probes ask the check themselves once its last answer is too old, and try this again.
    }
  }
}
