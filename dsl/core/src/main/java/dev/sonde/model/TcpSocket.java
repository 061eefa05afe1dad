package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens a TCP connection and closes it; an accepted connection is success.
 *
 * @param port the port's number or name; required by Kubernetes
 * @param host the host to dial; unset means the pod's address
 */
public record TcpSocket(Port port, Optional<String> host) implements Handler, HookHandler {

  /**
   * {@return a probe of {@code port} on the pod's own address}
   *
   * @param port the port's number or name
   */
  public static TcpSocket of(Port port) {
    return new TcpSocket(port, Optional.empty());
  }

  @Override
  public ActionType type() {
    return ActionType.TCP_SOCKET;
  }

  static TcpSocket read(FieldSource source) {
    return new TcpSocket(ProbeFields.port(source), source.text("host"));
  }

  @Override
  public YamlMap toFields() {
    return YamlMap.builder().put("port", port.toField()).put("host", host).build();
  }

  @Override
  public Optional<Port> dialledPort() {
    return Optional.of(port);
  }

  @Override
  public Optional<String> dialledHost() {
    return host;
  }

  @Override
  public TcpSocket withPort(UnaryOperator<Port> change) {
    return new TcpSocket(change.apply(port), host);
  }

  @Override
  public <R> R map(Handler.Cases<R> cases) {
    return cases.tcpSocket(this);
  }

  @Override
  public TcpSocket withDefaults() {
    return this;
  }

  @Override
  public boolean noticesHang() {
    return false;
  }
}
