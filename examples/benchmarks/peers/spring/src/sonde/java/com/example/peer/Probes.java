package com.example.peer;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.spring.ServedEndpoints;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is added to the application for the adapter. */
@Container(name = "peer", port = 8090)
@Liveness(withoutChecks = true)
@Readiness
@Component
class Probes {

  private final Map<String, HealthIndicator> indicators;
  private final ServedEndpoints served;

  Probes(Map<String, HealthIndicator> indicators, ServedEndpoints served) {
    this.indicators = indicators;
    this.served = served;
  }

  @EventListener(ApplicationReadyEvent.class)
  void startBeside() {
    Map<String, Check> checks = new TreeMap<>();
    indicators.forEach(
        (name, each) ->
            checks.put(
                name,
                Check.health(name, () -> Health.of(each.health().getStatus() == Status.UP))));
    Beside.start(served::endpoints, checks);
  }
}
