package dev.sonde.kubelet.internal.handler;

/** The statuses of {@code grpc.health.v1.HealthCheckResponse}, with their numbers. */
enum HealthStatus {
  UNKNOWN(0),
  SERVING(1),
  NOT_SERVING(2),
  SERVICE_UNKNOWN(3);

  private final int number;

  HealthStatus(int number) {
    this.number = number;
  }

  static HealthStatus of(long number) {
    for (HealthStatus status : values()) {
      if (status.number == number) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
