package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.runtime.report.CheckReport;
import java.util.Optional;

/**
 * Is told what checks find. Called on the threads that run checks, so it must be thread-safe and
 * quick; what it throws is logged and otherwise ignored.
 */
public interface HealthListener {

  /**
   * A check has answered or failed, or has just been found to hang.
   *
   * @param container the container's name
   * @param report what it found
   */
  default void checked(String container, CheckReport report) {}

  /**
   * A check's status is another than before. The first answer of a check counts as a change, too.
   *
   * @param container the container's name
   * @param report what it found
   * @param before the status before, empty for the first answer
   */
  default void changed(String container, CheckReport report, Optional<Health.Status> before) {}
}
