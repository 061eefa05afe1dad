package dev.sonde.model;

import java.util.Optional;

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
  public String fieldName() {
    return "tcpSocket";
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
