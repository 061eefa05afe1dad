package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.CheckReport;
import java.util.Optional;

/**
 * Hears what checks find, in order, on a thread of its own, shortly after it is found. It delays
 * nobody: when it is a thousand calls behind, those that come then are lost, and that is logged
 * once. What it throws is logged and otherwise ignored.
 */
public interface HealthListener {

  /**
   * A check has answered or failed, or has just been found to hang. An answer that comes after all
   * probes were answered that the check hangs counts as the failure that they saw.
   *
   * @param check which check
   * @param report what it found
   */
  default void checked(CheckId check, CheckReport report) {}

  /**
   * A check's status differs from the one that probes got before. The first answer of a check
   * counts as a change, too.
   *
   * @param check which check; when it is too slow for one of its probes alone, with that one
   * @param report what it found
   * @param before the status before, empty for the first answer
   */
  default void changed(CheckId check, CheckReport report, Optional<Health.Status> before) {}
}
