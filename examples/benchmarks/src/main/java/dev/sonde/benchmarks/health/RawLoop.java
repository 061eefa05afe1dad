package dev.sonde.benchmarks.health;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The limit of what a JVM can do: one thread that answers whatever it reads with constant bytes. It
 * parses nothing, bounds nothing and asks no check.
 */
public final class RawLoop {

  private static final byte[] ANSWER =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/json\r
      Cache-Control: no-store\r
      Content-Length: 104\r
      \r
      {"status":"UP","checks":[{"name":"one","status":"UP"},{"name":"two","status":"UP"},{"name":"three","s"}]}
      """
          .strip()
          .getBytes(US_ASCII);

  private static final byte[] CLOSE = "Connection: close".getBytes(US_ASCII);

  private final ByteBuffer input = ByteBuffer.allocateDirect(8192);
  private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);

  private RawLoop() {}

  /**
   * Serves until killed.
   *
   * @param args none; the port is the system property {@code peer.port}
   * @throws IOException if the port cannot be had
   */
  public static void main(String[] args) throws IOException {
    new RawLoop().serve(Integer.getInteger("peer.port"));
  }

  private void serve(int port) throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress("127.0.0.1", port), 1024);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
    while (true) {
      selector.select(
          key -> {
            try {
              ready(key, selector);
            } catch (IOException gone) {
              key.cancel();
            }
          });
    }
  }

  private void ready(SelectionKey key, Selector selector) throws IOException {
    if (key.channel() instanceof ServerSocketChannel listening) {
      SocketChannel channel = listening.accept();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ);
    } else if (key.channel() instanceof SocketChannel channel) {
      answer(channel);
    }
  }

  private void answer(SocketChannel channel) throws IOException {
    input.clear();
    if (channel.read(input) < 0) {
      channel.close();
      return;
    }
    boolean last = endsWithClose();
    channel.write(answer.flip());
    if (last) {
      channel.close();
    }
  }

  /** The benchmark's client sends this header last. */
  private boolean endsWithClose() {
    int start = input.position() - CLOSE.length - 4;
    if (start < 0) {
      return false;
    }
    for (int i = 0; i < CLOSE.length; i++) {
      if (input.get(start + i) != CLOSE[i]) {
        return false;
      }
    }
    return true;
  }
}
