package dev.sonde.checks;

import dev.sonde.annotation.Liveness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Whether there are fewer platform threads than a leak would make. Thread-safe.
 *
 * <p>Take a limit well above what the application needs at its busiest, and below what the
 * container allows it ({@code pids.max} of its control group).
 */
@Liveness(name = "threads")
public class ThreadCountCheck implements HealthCheck {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final int most;

  /**
   * Makes a check.
   *
   * @param most how many threads there may be, at least 1
   * @throws IllegalArgumentException if that is less than 1
   */
  public ThreadCountCheck(int most) {
    this.most = ArgumentLimits.inRange("most threads", most, 1, Integer.MAX_VALUE);
  }

  @Override
  public Health check() {
    int count = threads.getThreadCount();
    return Health.of(count <= most).with("threads", count);
  }
}
