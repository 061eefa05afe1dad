package dev.sonde.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.http.HttpLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes come, in whatever pieces: answers are HTTP, and the next client is served. */
@Timeout(300)
class HttpFuzzTest {

  private static final HttpLimits HASTY =
      new HttpLimits(200, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(500));
  private static final Pattern ANSWERS =
      Pattern.compile("(HTTP/1\\.1 (200|400|405|414|431|505) [^\0]*)?", Pattern.DOTALL);
  private static final String[] PIECES = {
    "GET ",
    "HEAD ",
    "/",
    "/livez",
    "?",
    "*",
    " HTTP/1.1",
    " HTTP/1.0",
    " HTTP/2.0",
    "\r\n",
    "\n",
    "\r",
    "\r\n\r\n",
    "Host: a\r\n",
    "Connection: close\r\n",
    "Content-Length: 5\r\n",
    ":",
    " ",
    "Transfer-Encoding: chunked\r\n",
    "Accept: */*\r\n",
    "\0",
    "\u00ff",
    "%",
    "%zz",
    "X",
    "\t"
  };

  @Test
  void survivesRandomBytesAndAlmostRequests() throws Exception {
    HttpAnswer ok = HttpAnswer.of(200, Map.of("Content-Length", "0"), new byte[0]);
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (HttpListener listener =
        HttpListener.open(anyPort, HASTY, Duration.ofMinutes(1), exchange -> exchange.answer(ok))) {
      int port = listener.address().getPort();
      int answered = 0;
      for (int seed = 0; seed < 1500; seed++) {
        String answers = send(port, new Random(seed));
        assertThat(answers).as("seed " + seed).matches(ANSWERS);
        answered += answers.isEmpty() ? 0 : 1;
      }
      assertThat(answered).isGreaterThan(500);
      try (RawClient client = new RawClient(port)) {
        assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").response()).contains(" 200 ");
      }
    }
  }

  private static String send(int port, Random random) throws IOException {
    try (RawClient client = new RawClient(port)) {
      byte[] bytes = random.nextBoolean() ? almostHttp(random) : noise(random);
      int sent = 0;
      try {
        while (sent < bytes.length) {
          int piece = 1 + random.nextInt(bytes.length - sent);
          client.send(Arrays.copyOfRange(bytes, sent, sent + piece));
          sent += piece;
        }
        client.endOutput();
        return client.untilClosed();
      } catch (IOException closedEarly) {
        return ""; // The server may close on nonsense before it has come whole.
      }
    }
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(random.nextInt(10) == 0 ? 20_000 : 200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] almostHttp(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(random.nextInt(10) == 0 ? 2000 : 20);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
