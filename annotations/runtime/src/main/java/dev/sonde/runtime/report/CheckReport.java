package dev.sonde.runtime.report;

import dev.sonde.health.Health;
import java.util.Objects;

/**
 * What one check found.
 *
 * @param name the check's name
 * @param health its answer
 */
public record CheckReport(String name, Health health) {

  /** Checks that nothing is missing. */
  public CheckReport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(health, "health");
  }

  /** {@return whether this check lets its probe succeed} */
  public boolean passes() {
    return health.status() != Health.Status.DOWN;
  }
}
