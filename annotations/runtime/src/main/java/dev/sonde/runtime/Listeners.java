package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.runtime.report.CheckReport;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All that want to know what checks find; one that fails disturbs no other. */
final class Listeners {

  private static final System.Logger LOG = System.getLogger("dev.sonde.health");

  private final List<HealthListener> listeners;

  Listeners(List<HealthListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void checked(CheckId check, CheckReport report, Optional<Health.Status> before) {
    tellEach(listener -> listener.checked(check, report));
    if (!before.equals(Optional.of(report.status()))) {
      tellEach(listener -> listener.changed(check, report, before));
    }
  }

  private void tellEach(Consumer<HealthListener> news) {
    for (HealthListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException | Error failure) {
        LOG.log(Level.WARNING, "A health listener failed: " + listener, failure);
      }
    }
  }
}
