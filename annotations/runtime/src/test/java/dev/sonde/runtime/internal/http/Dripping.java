package dev.sonde.runtime.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between a client and a server, and passes each byte of the client on its own. */
final class Dripping implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Socket server;

  Dripping(int serverPort) throws IOException {
    server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    server.setTcpNoDelay(true);
    start(this::relay);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void relay() throws IOException {
    try (Socket client = listening.accept()) {
      start(() -> server.getInputStream().transferTo(client.getOutputStream()));
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        out.write(next);
      }
    }
  }

  private interface Relay {
    void run() throws IOException;
  }

  private static void start(Relay relay) {
    Thread thread =
        new Thread(
            () -> {
              try {
                relay.run();
              } catch (IOException ended) {
                // One of the two has closed.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    listening.close();
  }
}
