package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.runtime.report.CheckReport;
import java.util.List;
import java.util.Optional;

/** All that want to know what checks find; one that fails disturbs no other. */
final class Listeners {

  private final List<HealthListener> listeners;

  Listeners(List<HealthListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void checked(CheckId check, CheckReport report, Optional<Health.Status> before) {
    boolean changed = before.isEmpty() || before.get() != report.status();
    for (HealthListener listener : listeners) {
      try {
        listener.checked(check, report);
        if (changed) {
          listener.changed(check, report, before);
        }
      } catch (RuntimeException | Error failure) {
        HealthLog.warning("A health listener failed: " + listener, failure);
      }
    }
  }
}
