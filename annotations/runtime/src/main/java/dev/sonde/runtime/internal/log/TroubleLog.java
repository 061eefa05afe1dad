package dev.sonde.runtime.internal.log;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Logs trouble that keeps coming back once, and once that it is over: at a success, unless there
 * was trouble just before it. Thread-safe.
 */
public final class TroubleLog {

  private static final long CALM_NANOS = Duration.ofSeconds(1).toNanos();

  private final String trouble;
  private final String over;
  private volatile boolean told;
  private volatile long lastNanos;

  /**
   * Makes a log.
   *
   * @param trouble what to say when it begins
   * @param over what to say when it is over
   */
  public TroubleLog(String trouble, String over) {
    this.trouble = trouble;
    this.over = over;
    HealthLog.load(); // There may be no file left to read the class from when it is needed.
  }

  /** It has gone wrong. */
  public void failed(@Nullable Throwable failure) {
    lastNanos = System.nanoTime();
    if (begins()) {
      HealthLog.warning(trouble, failure);
    }
  }

  /** It has gone well. */
  public void succeeded() {
    if (told && System.nanoTime() - lastNanos > CALM_NANOS && ends()) {
      HealthLog.info(over);
    }
  }

  private synchronized boolean begins() {
    boolean first = !told;
    told = true;
    return first;
  }

  private synchronized boolean ends() {
    boolean last = told;
    told = false;
    return last;
  }
}
