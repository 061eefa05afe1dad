package dev.sonde.kubelet.internal.handler;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Opens connections from this machine, past any proxy. */
final class DirectDialer {

  private DirectDialer() {}

  /** Tries the host's addresses one after the other; the last failure is the one reported. */
  static Socket dial(String host, int port, AttemptDeadline deadline) throws IOException {
    IOException trouble = new IOException("no address for " + host);
    for (InetAddress address : InetAddress.getAllByName(host)) {
      Socket socket = deadline.guard(new Socket(Proxy.NO_PROXY));
      try {
        // Short, so that many probes do not leave many sockets behind in TIME_WAIT.
        socket.setSoLinger(true, 1);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, port), millis(deadline));
        return socket;
      } catch (SocketTimeoutException late) {
        throw late;
      } catch (IOException refused) {
        socket.close();
        trouble = refused;
      }
    }
    throw trouble;
  }

  /** What is left of the time, as far as a socket can count. */
  private static int millis(AttemptDeadline deadline) {
    return (int) Math.min(deadline.left().toMillis(), Integer.MAX_VALUE);
  }
}
