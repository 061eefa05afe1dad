package dev.sonde.checks;

import dev.sonde.annotation.Liveness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * Whether threads wait for each other for ever, on monitors or on locks such as {@link
 * java.util.concurrent.locks.ReentrantLock}. Thread-safe.
 *
 * <p>The JVM is stopped for as long as it looks, which grows with the number of threads and is well
 * under a millisecond for hundreds. It does not see who waits on semaphores, latches, or other
 * processes; {@link HeartbeatCheck} sees those.
 */
@Liveness(name = "deadlock")
public class DeadlockCheck implements HealthCheck {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** Makes a check. */
  public DeadlockCheck() {}

  @Override
  public Health check() {
    long[] deadlocked = threads.findDeadlockedThreads();
    if (deadlocked == null) {
      return Health.up();
    }
    Health health = Health.down();
    for (ThreadInfo thread : threads.getThreadInfo(deadlocked)) {
      if (thread != null) {
        health = health.with(thread.getThreadName(), "waits for " + thread.getLockOwnerName());
      }
    }
    return health;
  }
}
