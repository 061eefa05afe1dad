package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Calls {@code grpc.health.v1.Health/Check}; only {@code SERVING} is success.
 *
 * @param port the port's number; Kubernetes takes no name here
 * @param service the service to ask for; unset means the empty name, that is the whole server
 * @param mode {@code Plaintext}, or {@code TLS} without a check of the certificate; unset means
 *     {@value #DEFAULT_MODE}
 */
public record Grpc(int port, Optional<String> service, Optional<String> mode) implements Handler {

  /** What Kubernetes speaks when no mode is given. */
  public static final String DEFAULT_MODE = "Plaintext";

  /** Over TLS, whose certificate nobody checks. */
  public static final String TLS = "TLS";

  /** The modes that Kubernetes knows. */
  public static final List<String> MODES = List.of(DEFAULT_MODE, TLS);

  /**
   * {@return a probe of the whole server on {@code port}}
   *
   * @param port the port's number
   */
  public static Grpc of(int port) {
    return new Grpc(port, Optional.empty(), Optional.empty());
  }

  @Override
  public ActionType type() {
    return ActionType.GRPC;
  }

  static Grpc read(FieldSource source) {
    return new Grpc(ProbeFields.portNumber(source), source.text("service"), source.text("mode"));
  }

  @Override
  public YamlMap toFields() {
    return YamlMap.builder().put("port", port).put("service", service).put("mode", mode).build();
  }

  @Override
  public Optional<Port> dialledPort() {
    return Optional.of(Port.of(port));
  }

  @Override
  public Grpc withPort(UnaryOperator<Port> change) {
    return new Grpc(change.apply(Port.of(port)).asNumber().orElse(port), service, mode);
  }

  @Override
  public <R> R map(Handler.Cases<R> cases) {
    return cases.grpc(this);
  }

  /**
   * {@return this call for another service}
   *
   * @param name the service to ask for
   */
  public Grpc withService(String name) {
    return new Grpc(port, Optional.of(name), mode);
  }

  /**
   * {@return this call in another mode}
   *
   * @param name legal are {@code Plaintext} and {@code TLS}
   */
  public Grpc withMode(String name) {
    return new Grpc(port, service, Optional.of(name));
  }

  /** The mode stays unset: the API server stores none that was not written. */
  @Override
  public Grpc withDefaults() {
    return withService(service.orElse(""));
  }

  /** Tells whether it speaks TLS. */
  public boolean overTls() {
    return mode.filter(TLS::equals).isPresent();
  }
}
