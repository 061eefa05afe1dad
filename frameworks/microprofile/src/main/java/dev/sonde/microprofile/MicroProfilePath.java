package dev.sonde.microprofile;

import dev.sonde.runtime.answer.EndpointKind;
import java.util.List;
import java.util.Optional;

/** The paths of the specification, and whose checks each of them tells. */
final class MicroProfilePath {

  static final String ALL = "/health";
  static final String LIVE = "/health/live";
  static final String READY = "/health/ready";
  static final String STARTED = "/health/started";

  private MicroProfilePath() {}

  /** {@return the probes that a path asks; empty when it is none of these} */
  static Optional<List<EndpointKind>> kindsOf(String path) {
    return switch (path) {
      case ALL ->
          Optional.of(List.of(EndpointKind.STARTUP, EndpointKind.LIVENESS, EndpointKind.READINESS));
      case LIVE -> Optional.of(List.of(EndpointKind.LIVENESS));
      case READY -> Optional.of(List.of(EndpointKind.READINESS));
      case STARTED -> Optional.of(List.of(EndpointKind.STARTUP));
      default -> Optional.empty();
    };
  }
}
