package dev.sonde.kubelet.internal.handler;

import java.util.Optional;

/** The status codes of gRPC, in the order of their numbers. */
enum GrpcStatus {
  OK,
  CANCELLED,
  UNKNOWN,
  INVALID_ARGUMENT,
  DEADLINE_EXCEEDED,
  NOT_FOUND,
  ALREADY_EXISTS,
  PERMISSION_DENIED,
  RESOURCE_EXHAUSTED,
  FAILED_PRECONDITION,
  ABORTED,
  OUT_OF_RANGE,
  UNIMPLEMENTED,
  INTERNAL,
  UNAVAILABLE,
  DATA_LOSS,
  UNAUTHENTICATED;

  /** {@return the status of an answer, which one that knows nothing of gRPC gives by HTTP} */
  static GrpcStatus of(Http2Answer answer) {
    Optional<String> told = answer.header("grpc-status");
    if (told.isEmpty()) {
      return ofHttp(answer.status());
    }
    return told.filter(number -> number.matches("\\d{1,2}"))
        .map(Integer::parseInt)
        .filter(number -> number < values().length)
        .map(number -> values()[number])
        .orElse(UNKNOWN);
  }

  /** As gRPC's own document "HTTP to gRPC Status Code Mapping" says. */
  private static GrpcStatus ofHttp(int status) {
    return switch (status) {
      case 400 -> INTERNAL;
      case 401 -> UNAUTHENTICATED;
      case 403 -> PERMISSION_DENIED;
      case 404 -> UNIMPLEMENTED;
      case 429, 502, 503, 504 -> UNAVAILABLE;
      default -> UNKNOWN;
    };
  }
}
