package com.example.tide;

import io.helidon.common.config.Config;
import io.helidon.health.HealthCheck;
import io.helidon.health.spi.HealthCheckProvider;
import java.util.List;

/** How Helidon finds the check. */
public final class GaugeCheckProvider implements HealthCheckProvider {

  @Override
  @SuppressWarnings({"deprecation", "removal"}) // Helidon's own interface still names that type.
  public List<HealthCheck> healthChecks(Config config) {
    return List.of(new GaugeCheck());
  }
}
