package dev.sonde.runtime.answer;

import dev.sonde.health.Health;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What one check found. Immutable.
 *
 * @param name the check's name
 * @param health its answer; when it gave none, {@link Health#down()}
 * @param required whether its probe fails when it is down
 * @param error what it threw instead of an answer, or what tells that it hangs and where
 * @param took how long it took to answer; for a check that hangs, how long it has been so far
 * @param age how long ago that was; zero unless the answer was kept
 */
public record CheckReport(
    String name,
    Health health,
    boolean required,
    Optional<Throwable> error,
    Duration took,
    Duration age) {

  /** Checks that nothing is missing. */
  public CheckReport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(health, "health");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(took, "took");
    Objects.requireNonNull(age, "age");
  }

  /** {@return the answer's status} */
  public Health.Status status() {
    return health.status();
  }

  /**
   * {@return what this check makes of its probe: its own status, but of a check that is not
   * required never worse than {@link Health.Status#DEGRADED}}
   */
  public Health.Status weight() {
    boolean tolerated = !required && status() == Health.Status.DOWN;
    return tolerated ? Health.Status.DEGRADED : status();
  }

  /**
   * {@return this report at another age}
   *
   * @param now how long ago the check has answered
   */
  public CheckReport aged(Duration now) {
    return new CheckReport(name, health, required, error, took, now);
  }
}
