package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Tells when a probe begins to fail by its checks, and when none of them fails it any longer. What
 * has not been asked yet does not fail. Knows nothing of start and stop, which are no checks.
 */
public final class ProbeStateListener implements HealthListener {

  private final Set<String> ignored;
  private final BiConsumer<EndpointKind, Boolean> told;
  private final Map<EndpointKind, Set<String>> failing = new EnumMap<>(EndpointKind.class);

  /**
   * Makes a listener, for one set of endpoints.
   *
   * @param ignored names of checks that are not to count
   * @param told gets the probe, and whether it succeeds now; on the listener's thread
   */
  public ProbeStateListener(Set<String> ignored, BiConsumer<EndpointKind, Boolean> told) {
    this.ignored = Set.copyOf(ignored);
    this.told = Objects.requireNonNull(told, "told");
    for (EndpointKind kind : EndpointKind.values()) {
      failing.put(kind, new HashSet<>());
    }
  }

  @Override
  public void changed(CheckId check, CheckReport report, Optional<Health.Status> before) {
    if (ignored.contains(check.name())) {
      return;
    }
    for (EndpointKind kind : check.probes()) {
      Set<String> down = Objects.requireNonNull(failing.get(kind));
      boolean succeeded = down.isEmpty();
      if (report.weight() == Health.Status.DOWN) {
        down.add(check.name());
      } else {
        down.remove(check.name());
      }
      if (down.isEmpty() != succeeded) {
        told.accept(kind, down.isEmpty());
      }
    }
  }
}
