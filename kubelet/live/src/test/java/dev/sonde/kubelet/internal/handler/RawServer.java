package dev.sonde.kubelet.internal.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that answers with exactly the bytes the test says, and keeps what it was sent. */
final class RawServer implements AutoCloseable {

  /** Answers one connection, after its request's head was read. */
  interface Answer {
    void to(String request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);

  RawServer(Answer answer) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), answer);
  }

  RawServer(ServerSocket listener, Answer answer) {
    this.listener = listener;
    Thread thread = new Thread(() -> serve(answer), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  static RawServer answering(String response) throws IOException {
    return new RawServer((request, out) -> out.write(bytes(response)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  int port() {
    return listener.getLocalPort();
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  String request() {
    return requests.get(0);
  }

  /** Holds an answer back until the test is over. */
  void stall() throws InterruptedException {
    closing.await(30, TimeUnit.SECONDS);
  }

  private void serve(Answer answer) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket, answer), "raw-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket, Answer answer) {
    try (socket) {
      String head = head(socket.getInputStream());
      requests.add(head);
      answer.to(head, socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException | InterruptedException gone) {
      // The prober went away first, which some tests want.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return head.toString();
      }
      head.append((char) c);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    for (Socket socket : List.copyOf(open)) {
      socket.close();
    }
  }
}
