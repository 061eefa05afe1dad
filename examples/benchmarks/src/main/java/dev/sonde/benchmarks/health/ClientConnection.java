package dev.sonde.benchmarks.health;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One client's connection: sends a request, reads the whole answer, and tells how long it took. */
final class ClientConnection {

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer request;
  private final ByteBuffer input = ByteBuffer.allocate(32_768);
  private long sentAt;
  private long length = -1;
  private int bodyAt = -1;
  private boolean chunked;
  private boolean closes;

  private ClientConnection(SocketChannel channel, SelectionKey key, ByteBuffer request) {
    this.channel = channel;
    this.key = key;
    this.request = request;
    key.attach(this);
  }

  /** The bytes of a request; the header {@code Connection} comes last. */
  static ByteBuffer request(String path, boolean keepAlive) {
    String head =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: kube-probe/1.35\r\nAccept: */*\r\n"
            .formatted(path);
    String last = "Connection: " + (keepAlive ? "keep-alive" : "close") + "\r\n\r\n";
    return ByteBuffer.wrap((head + last).getBytes(US_ASCII));
  }

  static ClientConnection open(Selector selector, int port, ByteBuffer request) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
    ClientConnection connection = new ClientConnection(channel, key, request.duplicate());
    connection.sentAt = System.nanoTime();
    if (channel.connect(new InetSocketAddress("127.0.0.1", port))) {
      connection.send();
    }
    return connection;
  }

  /** Goes on with what the channel is ready for. {@return whether an answer is complete} */
  boolean ready() throws IOException {
    if (key.isConnectable() && channel.finishConnect()) {
      send();
      return false;
    }
    int count = channel.read(input);
    return isComplete() || (count < 0 && endedBeforeAnswer());
  }

  private static boolean endedBeforeAnswer() throws IOException {
    throw new IOException("the server closed before it had answered");
  }

  /** Sends the request again. */
  void again() throws IOException {
    sentAt = System.nanoTime();
    send();
  }

  private void send() throws IOException {
    input.clear();
    length = -1;
    bodyAt = -1;
    chunked = false;
    channel.write(request.duplicate());
    key.interestOps(SelectionKey.OP_READ);
  }

  long sentAt() {
    return sentAt;
  }

  /** {@return whether the server says that it will answer no more on this connection} */
  boolean closes() {
    return closes;
  }

  int status() {
    return Integer.parseInt(new String(input.array(), 9, 3, US_ASCII));
  }

  String body() {
    return new String(input.array(), bodyAt, input.position() - bodyAt, ISO_8859_1);
  }

  void close() throws IOException {
    channel.close();
  }

  private boolean isComplete() {
    if (bodyAt < 0) {
      readHead();
    }
    if (bodyAt < 0) {
      return false;
    }
    return chunked ? endsWith(LAST_CHUNK) : input.position() - bodyAt >= length;
  }

  private void readHead() {
    byte[] bytes = input.array();
    for (int i = 0; i + END_OF_HEAD.length <= input.position(); i++) {
      if (matches(bytes, i, END_OF_HEAD)) {
        bodyAt = i + END_OF_HEAD.length;
        String head = new String(bytes, 0, bodyAt, US_ASCII).toLowerCase(Locale.ROOT);
        closes = head.contains("\r\nconnection: close\r\n");
        int header = head.indexOf("content-length:");
        chunked = header < 0;
        if (!chunked) {
          int end = head.indexOf('\r', header);
          length = Long.parseLong(head.substring(header + 15, end).trim());
        }
        return;
      }
    }
  }

  private boolean endsWith(byte[] end) {
    int start = input.position() - end.length;
    return start >= bodyAt && matches(input.array(), start, end);
  }

  private static boolean matches(byte[] bytes, int at, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
