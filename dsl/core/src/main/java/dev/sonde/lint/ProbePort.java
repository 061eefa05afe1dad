package dev.sonde.lint;

import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.TcpSocket;
import java.util.Optional;

/** Finds the port that a handler dials. */
final class ProbePort {

  private ProbePort() {}

  static Optional<Port> of(Handler handler) {
    if (handler instanceof HttpGet http) {
      return Optional.of(http.port());
    } else if (handler instanceof TcpSocket tcp) {
      return Optional.of(tcp.port());
    } else if (handler instanceof Grpc grpc) {
      return Optional.of(Port.of(grpc.port()));
    }
    return Optional.empty();
  }
}
