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
   * @param check which check
   * @param report what it found
   */
  default void checked(CheckId check, CheckReport report) {}

  /**
   * A check's status is another than before. The first answer of a check counts as a change, too.
   *
   * @param check which check
   * @param report what it found
   * @param before the status before, empty for the first answer
   */
  default void changed(CheckId check, CheckReport report, Optional<Health.Status> before) {}
}
