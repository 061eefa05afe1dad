package dev.sonde.runtime.answer;

import dev.sonde.health.Health;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What all checks of one probe found. Immutable.
 *
 * @param kind the probe
 * @param checks its checks, in the order in which they were declared
 * @param time when this was put together
 */
public record ProbeReport(EndpointKind kind, List<CheckReport> checks, Instant time) {

  /** Takes an unchangeable copy of the list. */
  public ProbeReport {
    Objects.requireNonNull(kind, "kind");
    checks = List.copyOf(checks);
    Objects.requireNonNull(time, "time");
  }

  /** {@return the worst of what the checks {@linkplain CheckReport#weight weigh}} */
  public Health.Status status() {
    Health.Status worst = Health.Status.UP;
    for (CheckReport check : checks) {
      worst = check.weight().compareTo(worst) > 0 ? check.weight() : worst;
    }
    return worst;
  }

  /** {@return whether the probe succeeds, as it does when something is merely degraded} */
  public boolean passes() {
    return status() != Health.Status.DOWN;
  }
}
