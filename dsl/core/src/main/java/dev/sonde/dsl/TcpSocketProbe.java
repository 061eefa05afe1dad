package dev.sonde.dsl;

import dev.sonde.model.TcpSocket;
import java.util.Optional;

/** A probe that opens a TCP connection. */
public final class TcpSocketProbe extends AnyProbe<TcpSocketProbe> {

  TcpSocketProbe(WrittenProbe draft) {
    super(draft);
  }

  @Override
  TcpSocketProbe next(WrittenProbe draft) {
    return new TcpSocketProbe(draft);
  }

  /**
   * Sets the host to dial instead of the pod's own address. Seldom what is meant: the node resolves
   * and dials it, and Pod Security's baseline level forbids it.
   *
   * @param host a name or an address
   * @return this stage with the new value
   */
  public TcpSocketProbe host(String host) {
    TcpSocket old = (TcpSocket) draft().probe().handler().orElseThrow();
    return next(draft().with(new TcpSocket(old.port(), Optional.of(host))));
  }
}
