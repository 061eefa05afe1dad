package dev.sonde.benchmarks.health;

import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;

/**
 * What came of requests that were all sent at once, each on its own connection.
 *
 * @param sent how many
 * @param answered how many got a whole answer in time
 * @param failed how many of those were 503
 * @param named how many of those tell the name of the check that hangs
 * @param slowest the longest time to an answer; zero if there was none
 */
record Burst(int sent, int answered, int failed, int named, Duration slowest) {

  /** Sends, waits until all are answered or the time is over, and closes what is still open. */
  static Burst send(int requests, int port, String path, Duration within) throws IOException {
    int answered = 0;
    int failed = 0;
    int named = 0;
    long slowest = 0;
    try (Selector selector = Selector.open()) {
      long end = System.nanoTime() + within.toNanos();
      for (int i = 0; i < requests; i++) {
        ClientConnection.open(selector, port, ClientConnection.request(path, false));
      }
      int open = requests;
      while (open > 0 && System.nanoTime() < end) {
        selector.select(10);
        for (var key : selector.selectedKeys()) {
          ClientConnection connection = (ClientConnection) key.attachment();
          try {
            if (!connection.ready()) {
              continue;
            }
            answered++;
            slowest = Math.max(slowest, System.nanoTime() - connection.sentAt());
            failed += connection.status() == 503 ? 1 : 0;
            named += connection.body().contains("three") ? 1 : 0;
          } catch (IOException refused) {
            // Not answered, which is counted already.
          }
          connection.close();
          open--;
        }
        selector.selectedKeys().clear();
      }
      for (var key : selector.keys()) {
        key.channel().close();
      }
    }
    return new Burst(requests, answered, failed, named, Duration.ofNanos(slowest));
  }
}
