package dev.sonde.microprofile;

public class MicroProfileHealth {
  public org.eclipse.microprofile.health.HealthCheck check(
      dev.sonde.runtime.answer.EndpointKind kind, String name) {
    return () -> name;
  }
}
