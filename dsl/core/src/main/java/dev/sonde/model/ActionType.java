package dev.sonde.model;

import static dev.sonde.model.ActionField.Type.PORT;
import static dev.sonde.model.ActionField.Type.PORT_NUMBER;
import static dev.sonde.model.ActionField.Type.SECONDS;
import static dev.sonde.model.ActionField.Type.TEXTS;
import static dev.sonde.model.ActionField.choice;
import static dev.sonde.model.ActionField.headers;
import static dev.sonde.model.ActionField.required;
import static dev.sonde.model.ActionField.text;

import java.util.List;
import java.util.Optional;

/**
 * The handlers of probes and hooks, in the order in which the API server looks for them: of several
 * in one probe or hook it validates the first and forbids the others. This is the only list of
 * them, and of their fields.
 */
public enum ActionType {
  /** Runs a command. */
  EXEC("exec"),
  /** Sends an HTTP GET. */
  HTTP_GET("httpGet"),
  /** Opens a TCP connection. */
  TCP_SOCKET("tcpSocket"),
  /** Calls the gRPC health service. */
  GRPC("grpc"),
  /** Waits. */
  SLEEP("sleep");

  /** The handlers that a probe may have. */
  public static final List<ActionType> OF_PROBES = List.of(EXEC, HTTP_GET, TCP_SOCKET, GRPC);

  /** The handlers that a lifecycle hook may have. */
  public static final List<ActionType> OF_HOOKS = List.of(EXEC, HTTP_GET, TCP_SOCKET, SLEEP);

  private final String fieldName;

  ActionType(String fieldName) {
    this.fieldName = fieldName;
  }

  /**
   * {@return the handler with that name, if there is one}
   *
   * @param fieldName such as {@code httpGet}
   */
  public static Optional<ActionType> named(String fieldName) {
    for (ActionType type : values()) {
      if (type.fieldName.equals(fieldName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** {@return the names of some handlers, in the same order} */
  public static List<String> names(List<ActionType> types) {
    return types.stream().map(ActionType::fieldName).toList();
  }

  /** {@return the field of a probe or hook that holds it, such as {@code httpGet}} */
  public String fieldName() {
    return fieldName;
  }

  /** {@return its fields, in the order of Kubernetes' own type} */
  public List<ActionField> fields() {
    return switch (this) {
      case EXEC -> List.of(required("command", TEXTS));
      case HTTP_GET ->
          List.of(
              text("path", HttpGet.DEFAULT_PATH),
              required("port", PORT),
              text("host", ""),
              choice("scheme", HttpGet.DEFAULT_SCHEME, HttpGet.SCHEMES),
              headers("httpHeaders"),
              choice("protocol", HttpGet.DEFAULT_PROTOCOL, HttpGet.PROTOCOLS));
      case TCP_SOCKET -> List.of(required("port", PORT), text("host", ""));
      case GRPC ->
          List.of(
              required("port", PORT_NUMBER),
              text("service", ""),
              choice("mode", Grpc.DEFAULT_MODE, Grpc.MODES));
      case SLEEP -> List.of(required("seconds", SECONDS));
    };
  }

  /**
   * {@return the action that is written in an object}
   *
   * @param source the fields of the action itself
   */
  public ContainerAction read(FieldSource source) {
    return switch (this) {
      case EXEC -> Exec.read(source);
      case HTTP_GET -> HttpGet.read(source);
      case TCP_SOCKET -> TcpSocket.read(source);
      case GRPC -> Grpc.read(source);
      case SLEEP -> Sleep.read(source);
    };
  }
}
