package dev.sonde.spring;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One of Sonde's own checks, to be shown in Actuator. It answers by its probe's deadline, and
 * shares the run that a probe has begun.
 *
 * @param endpoints those that have it
 * @param kind the probe
 * @param name its name
 */
public record ShownCheck(HealthEndpoints endpoints, EndpointKind kind, String name) {

  /**
   * What it has found, in Spring's words.
   *
   * @param status the status
   * @param details the details
   */
  public record Found(String status, Map<String, Object> details) {}

  /** Asks it. */
  public Found ask() {
    Optional<CheckReport> report =
        endpoints.ask(kind, name).toCompletableFuture().join().checks().stream().findFirst();
    Map<String, Object> details = new LinkedHashMap<>();
    report.ifPresent(found -> details.putAll(found.health().data()));
    report
        .flatMap(CheckReport::error)
        .ifPresent(error -> details.put("error", String.valueOf(error)));
    return new Found(report.map(found -> found.weight().name()).orElse("UNKNOWN"), details);
  }
}
