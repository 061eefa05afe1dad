package dev.sonde.benchmarks.health;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Arrays;

/**
 * A number of clients, each of which asks again as soon as it is answered.
 *
 * @param connections how many clients
 * @param keepAlive whether a client keeps its connection; otherwise it opens one for each request
 */
record Load(int connections, boolean keepAlive) {

  static final Load ONE = new Load(1, true);
  static final Load MANY = new Load(32, true);
  static final Load PROBES = new Load(8, false);

  /**
   * What came of it.
   *
   * @param perSecond answers in a second
   * @param p50 the median of the times from request to answer
   * @param p99 the time within which 99 of 100 are answered
   */
  record Result(double perSecond, Duration p50, Duration p99) {}

  /** Asks for a while. Throws when an answer is no 200, for then the figures mean nothing. */
  Result run(int port, String path, Duration during) throws IOException {
    ByteBuffer request = ClientConnection.request(path, keepAlive);
    long[] times = new long[1 << 22];
    int[] count = {0};
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        ClientConnection.open(selector, port, request);
      }
      long start = System.nanoTime();
      long end = start + during.toNanos();
      while (System.nanoTime() < end && count[0] < times.length - connections) {
        selector.select(1_000);
        for (var key : selector.selectedKeys()) {
          ClientConnection connection = (ClientConnection) key.attachment();
          if (connection.ready()) {
            times[count[0]++] = System.nanoTime() - connection.sentAt();
            next(selector, port, request, connection);
          }
        }
        selector.selectedKeys().clear();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      for (var key : selector.keys()) {
        key.channel().close();
      }
      return result(Arrays.copyOf(times, count[0]), seconds);
    }
  }

  private void next(Selector selector, int port, ByteBuffer request, ClientConnection connection)
      throws IOException {
    if (connection.status() != 200) {
      throw new IOException("status " + connection.status() + ": " + connection.body());
    }
    if (keepAlive && !connection.closes()) {
      connection.again();
    } else {
      connection.close();
      ClientConnection.open(selector, port, request);
    }
  }

  private static Result result(long[] times, double seconds) throws IOException {
    if (times.length == 0) {
      throw new IOException("no answer at all");
    }
    Arrays.sort(times);
    return new Result(
        times.length / seconds,
        Duration.ofNanos(times[times.length / 2]),
        Duration.ofNanos(times[(int) (times.length * 0.99)]));
  }
}
