package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Whether too large a part of what the application does goes wrong. The application tells each
 * outcome with one call of {@link #record}; the check looks at those of the last while.
 *
 * <p>Thread-safe and of constant size: the window is cut into ten parts, which are forgotten one by
 * one.
 */
@Readiness(name = "error-rate")
public class ErrorRateCheck implements HealthCheck {

  private final double limit;
  private final long leastCalls;
  private final SlidingWindow window; // guarded by this, as are all below
  private final long[] calls = new long[SlidingWindow.PARTS];
  private final long[] failures = new long[SlidingWindow.PARTS];

  /**
   * Makes a check.
   *
   * @param limit the part of failed calls that is too much: more than 0, at most 1
   * @param window how far it looks back, at least 10 ms
   * @param leastCalls how many calls there must be in the window to judge by, at least 1
   * @throws IllegalArgumentException if one of them is out of range
   */
  public ErrorRateCheck(double limit, Duration window, long leastCalls) {
    this(limit, window, leastCalls, System::nanoTime);
  }

  ErrorRateCheck(double limit, Duration window, long leastCalls, LongSupplier nanoTime) {
    this.limit = ArgumentLimits.part("limit", limit);
    this.leastCalls = ArgumentLimits.atLeast("least number of calls", leastCalls, 1);
    this.window = new SlidingWindow(window, nanoTime, this::forget);
  }

  /**
   * Notes one call.
   *
   * @param succeeded whether it went well
   */
  public synchronized void record(boolean succeeded) {
    int part = window.now();
    calls[part]++;
    failures[part] += succeeded ? 0 : 1;
  }

  @Override
  public synchronized Health check() {
    window.now();
    long all = Arrays.stream(calls).sum();
    long failed = Arrays.stream(failures).sum();
    boolean well = all < leastCalls || failed < limit * all;
    return Health.of(well).with("calls", all).with("failures", failed);
  }

  private void forget(int part) {
    calls[part] = 0;
    failures[part] = 0;
  }
}
