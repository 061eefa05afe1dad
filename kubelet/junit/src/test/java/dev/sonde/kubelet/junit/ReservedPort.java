package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port that the system gives to nobody else for as long as this process lives: a socket is bound
 * to it and never listens, beside which a server can still listen.
 */
final class ReservedPort {

  private final Socket holder = new Socket();

  ReservedPort() {
    try {
      holder.setReuseAddress(true);
      holder.bind(new InetSocketAddress(0));
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  int number() {
    return holder.getLocalPort();
  }

  String url(String path) {
    return "http://localhost:" + number() + path;
  }
}
