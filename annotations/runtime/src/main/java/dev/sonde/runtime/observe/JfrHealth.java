package dev.sonde.runtime.observe;

import dev.sonde.runtime.CheckId;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.answer.CheckReport;

/**
 * Writes an event for each run of a check to the JDK's flight recorder: {@code dev.sonde.Check}.
 * Costs next to nothing while nothing is recorded. Thread-safe.
 */
public final class JfrHealth implements HealthListener {

  /** Makes a listener. */
  public JfrHealth() {}

  @Override
  public void checked(CheckId check, CheckReport report) {
    CheckEvent event = new CheckEvent();
    if (event.isEnabled()) {
      event.container = check.container();
      event.probes = check.probesInWords();
      event.check = check.name();
      event.status = report.status().name();
      event.took = report.took().toNanos();
      event.error = report.error().map(Throwable::toString).orElse("");
      event.commit();
    }
  }
}
