package dev.sonde.kubelet.handler;

/** The statuses of {@code grpc.health.v1.HealthCheckResponse}, in the order of their numbers. */
enum HealthStatus {
  UNKNOWN,
  SERVING,
  NOT_SERVING,
  SERVICE_UNKNOWN;

  static HealthStatus of(long number) {
    return number >= 0 && number < values().length ? values()[(int) number] : UNKNOWN;
  }
}
