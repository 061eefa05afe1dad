package dev.sonde.model;

import java.util.Optional;

/**
 * Calls {@code grpc.health.v1.Health/Check}; only {@code SERVING} is success.
 *
 * @param port the port's number; Kubernetes takes no name here
 * @param service the service to ask for; unset means the empty name, that is the whole server
 */
public record Grpc(int port, Optional<String> service) implements Handler {

  /**
   * {@return a probe of the whole server on {@code port}}
   *
   * @param port the port's number
   */
  public static Grpc of(int port) {
    return new Grpc(port, Optional.empty());
  }

  @Override
  public String fieldName() {
    return "grpc";
  }

  @Override
  public Grpc withDefaults() {
    return new Grpc(port, Optional.of(service.orElse("")));
  }
}
