package dev.sonde.runtime;

import dev.sonde.runtime.answer.ProbeReport;
import dev.sonde.runtime.internal.log.HealthLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A probe, or one check of it, that is asked again and again as long as somebody watches, however
 * many they are: for those who do not want to ask. Made by {@link HealthEndpoints#watch}.
 * Thread-safe.
 *
 * <p>A new watcher gets the current state at once, and from then on hears when the probe begins to
 * fail and when it succeeds again, in the order in which that was found. What happens between two
 * looks is not seen. {@link HealthEndpoints#stopping} looks by itself.
 */
public final class ProbeWatch {

  /** A watcher, and what it got last. */
  private static final class Watcher {
    private final Consumer<ProbeReport> told;
    private @Nullable Boolean passes;

    Watcher(Consumer<ProbeReport> told) {
      this.told = told;
    }

    void tell(ProbeReport report) {
      if (passes != null && passes == report.passes()) {
        return;
      }
      passes = report.passes();
      try {
        told.accept(report);
      } catch (Exception | LinkageError | StackOverflowError failure) {
        HealthLog.warning("A watcher of a probe failed.", failure);
      }
    }
  }

  private final Supplier<CompletionStage<ProbeReport>> asking;
  private final Duration period;
  private final ScheduledExecutorService timer;
  private final Set<ProbeWatch> watched;
  private final AtomicLong looks = new AtomicLong();
  private final List<Watcher> watchers = new ArrayList<>(); // guarded by this, as are all below
  private @Nullable ScheduledFuture<?> schedule;
  private long newest;

  ProbeWatch(
      Supplier<CompletionStage<ProbeReport>> asking,
      Duration period,
      ScheduledExecutorService timer,
      Set<ProbeWatch> watched) {
    this.asking = asking;
    this.period = period;
    this.timer = timer;
    this.watched = watched;
    if (period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("period " + period + " is not more than 0");
    }
  }

  /**
   * Begins to watch.
   *
   * @param told gets what was found; on any thread, though never on two at once, and has to return
   *     soon
   * @return ends the watching; may be called again, and from {@code told}
   */
  public Runnable add(Consumer<ProbeReport> told) {
    Watcher watcher = new Watcher(Objects.requireNonNull(told, "told"));
    synchronized (this) {
      watchers.add(watcher);
      if (schedule == null) {
        watched.add(this);
        schedule =
            timer.scheduleWithFixedDelay(
                this::look, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
      }
    }
    look();
    return () -> remove(watcher);
  }

  private synchronized void remove(Watcher watcher) {
    watchers.remove(watcher);
    if (watchers.isEmpty() && schedule != null) {
      schedule.cancel(false);
      schedule = null;
      watched.remove(this);
    }
  }

  /** Asks; a failure must not end the schedule, and the next look finds what this one has not. */
  void look() {
    long number = looks.incrementAndGet();
    try {
      asking.get().thenAccept(report -> tell(number, report));
    } catch (Throwable failure) {
      HealthLog.warning("A watched probe cannot be asked.", failure);
    }
  }

  /** Answers may overtake each other on their threads: an older one is no news. */
  private synchronized void tell(long number, ProbeReport report) {
    if (number < newest) {
      return;
    }
    newest = number;
    for (Watcher watcher : List.copyOf(watchers)) {
      if (watchers.contains(watcher)) {
        watcher.tell(report);
      }
    }
  }
}
