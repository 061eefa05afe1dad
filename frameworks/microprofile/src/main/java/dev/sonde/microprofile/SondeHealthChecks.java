package dev.sonde.microprofile;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Sonde's own probes as MicroProfile checks, for another runtime that serves health: one for each,
 * whose data are its checks' states. Each answers by its probe's deadline. The checks themselves
 * are made by what Sonde's processor generates, since CDI has to know its beans before it makes
 * any.
 */
@ApplicationScoped
class SondeHealthChecks implements OwnHealthChecks {

  @Produces
  @Startup
  HealthCheck startup(MicroProfileHealth health) {
    return () -> response(EndpointKind.STARTUP, health);
  }

  @Produces
  @Liveness
  HealthCheck liveness(MicroProfileHealth health) {
    return () -> response(EndpointKind.LIVENESS, health);
  }

  @Produces
  @Readiness
  HealthCheck readiness(MicroProfileHealth health) {
    return () -> response(EndpointKind.READINESS, health);
  }

  private static HealthCheckResponse response(EndpointKind kind, MicroProfileHealth health) {
    Health.Status status = health.lifeCycle(kind);
    Map<String, Object> data = new TreeMap<>();
    for (CheckReport check : health.ownChecks(kind, all -> true)) {
      data.put(check.name(), check.status().name());
      if (check.weight() == Health.Status.DOWN) {
        status = Health.Status.DOWN;
      }
    }
    return new HealthCheckResponse(
        "sonde-" + kind.name().toLowerCase(Locale.ROOT),
        status == Health.Status.DOWN
            ? HealthCheckResponse.Status.DOWN
            : HealthCheckResponse.Status.UP,
        data.isEmpty() ? Optional.empty() : Optional.of(data));
  }
}
