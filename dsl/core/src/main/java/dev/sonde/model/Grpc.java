package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
  public ActionType type() {
    return ActionType.GRPC;
  }

  static Grpc read(FieldSource source) {
    return new Grpc(ProbeFields.portNumber(source), source.text("service"));
  }

  @Override
  public YamlMap toFields() {
    return YamlMap.builder().put("port", port).put("service", service).build();
  }

  @Override
  public Optional<Port> dialledPort() {
    return Optional.of(Port.of(port));
  }

  @Override
  public Grpc withPort(UnaryOperator<Port> change) {
    return new Grpc(change.apply(Port.of(port)).asNumber().orElse(port), service);
  }

  @Override
  public <R> R map(Handler.Cases<R> cases) {
    return cases.grpc(this);
  }

  @Override
  public Grpc withDefaults() {
    return new Grpc(port, Optional.of(service.orElse("")));
  }
}
