package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A database that works: it answers what it is asked. */
final class EchoServer implements AutoCloseable {

  private final ServerSocket socket;

  EchoServer() {
    try {
      socket = new ServerSocket(0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    onThread(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        onThread(() -> echo(client));
      }
    } catch (IOException closed) {
      // Then it ends.
    }
  }

  private static void echo(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException gone) {
      // So is the client.
    }
  }

  private static void onThread(Runnable task) {
    Thread thread = new Thread(task, "echo");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
