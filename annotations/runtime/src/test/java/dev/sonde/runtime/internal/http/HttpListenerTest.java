package dev.sonde.runtime.internal.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.runtime.http.HttpLimits;
import dev.sonde.runtime.testing.CapturedLog;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HttpListenerTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final HttpLimits PATIENT = new HttpLimits(2000, LONG, LONG, LONG);

  HttpListener listener;

  @AfterEach
  void close() {
    if (listener != null) {
      listener.close();
    }
  }

  RawClient connect(HttpLimits limits, HttpHandler handler) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    listener = listen(anyPort, limits, handler);
    return connect();
  }

  /** How long the listener under test waits for a handler's answer. */
  Duration patience = Duration.ofMinutes(1);

  Duration patience() {
    return patience;
  }

  /** Opens the listener under test. */
  HttpListener listen(InetSocketAddress address, HttpLimits limits, HttpHandler handler)
      throws IOException {
    return HttpListener.open(address, limits, patience(), handler);
  }

  /** A client that speaks what the listener speaks. */
  RawClient connect() throws IOException {
    return new RawClient(listener.address().getPort());
  }

  private static String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }

  static HttpAnswer ok(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HttpAnswer.of(200, Map.of("Content-Length", Integer.toString(bytes.length)), bytes);
  }

  private static void echo(HttpExchange exchange) {
    exchange.answer(ok(exchange.method() + " " + exchange.path() + "?" + exchange.query()));
  }

  /** So little that a test can wait until it is over. */
  Duration shortTime() {
    return Duration.ofMillis(200);
  }

  @Test
  void answersOneRequestAfterTheOtherOnOneConnection() throws Exception {
    try (RawClient client = connect(PATIENT, HttpListenerTest::echo)) {
      for (int i = 0; i < 100; i++) {
        assertThat(client.send(get("/" + i + "?q")).response())
            .startsWith("HTTP/1.1 200 OK\r\n")
            .contains("\r\nDate: ")
            .doesNotContain("Connection:")
            .endsWith("\r\n\r\nGET /" + i + "?q");
      }
    }
  }

  @Test
  void answersPipelinedRequestsInOrderAlsoFromOtherThreads() throws Exception {
    HttpHandler later =
        exchange -> CompletableFuture.runAsync(() -> echo(exchange)).thenRun(() -> {});
    try (RawClient client = connect(PATIENT, later)) {
      StringBuilder all = new StringBuilder("\r\n\r\n");
      for (int i = 0; i < 500; i++) {
        all.append(get("/" + i));
      }
      client.send(all.toString());

      for (int i = 0; i < 500; i++) {
        assertThat(client.response()).endsWith("GET /" + i + "?");
      }
    }
  }

  @Test
  void putsTogetherWhatComesByteByByte() throws Exception {
    try (RawClient client = connect(PATIENT, HttpListenerTest::echo)) {
      for (byte b : get("/slow").getBytes(StandardCharsets.US_ASCII)) {
        client.send(new byte[] {b});
      }

      assertThat(client.response()).endsWith("GET /slow?");
    }
  }

  @Test
  void closesWhenTheClientWantsIt() throws Exception {
    try (RawClient client = connect(PATIENT, HttpListenerTest::echo)) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

      assertThat(client.untilClosed()).contains("\r\nConnection: close\r\n").endsWith("GET /?");
    }
  }

  @Test
  void answersAClientThatHasEndedItsOutput() throws Exception {
    BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
    try (RawClient client = connect(PATIENT, exchanges::add)) {
      client.send(get("/half")).endOutput();
      echo(exchanges.poll(30, SECONDS));

      assertThat(client.untilClosed()).endsWith("GET /half?");
    }
  }

  @Test
  void neverReadsBodiesAndStillLetsTheAnswerArrive() throws Exception {
    try (RawClient client = connect(PATIENT, HttpListenerTest::echo)) {
      client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n");
      client.send("x".repeat(300_000));
      client.endOutput();

      assertThat(client.untilClosed())
          .contains("\r\nConnection: close\r\n")
          .endsWith("POST /upload?");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "\u0016\u0003\u0001\u0002", // the start of a TLS handshake
        " GET / HTTP/1.1\r\n",
        "\u0000"
      })
  void answers400ToWhatIsNotHttpAndCloses(String bytes) throws Exception {
    try (RawClient client = connect(PATIENT, HttpListenerTest::echo)) {
      client.send(bytes).endOutput();

      assertThat(client.untilClosed()).startsWith("HTTP/1.1 400 Bad Request\r\n");
    }
  }

  @Test
  void answers414ToAnEndlessTargetAnd431ToEndlessHeaders() throws Exception {
    try (RawClient client = connect(PATIENT, HttpListenerTest::echo)) {
      client.send("GET /" + "a".repeat(20_000)).endOutput();
      assertThat(client.untilClosed()).startsWith("HTTP/1.1 414 URI Too Long\r\n");
    }
    try (RawClient client = connect()) {
      client.send("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(5000)).endOutput();
      assertThat(client.untilClosed())
          .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n");
    }
  }

  @Test
  void answers408ToASlowHead() throws Exception {
    HttpLimits hasty = new HttpLimits(10, shortTime(), LONG, LONG);
    try (RawClient client = connect(hasty, HttpListenerTest::echo)) {
      client.send("GET / HTTP/1.1\r\nHost:");

      assertThat(client.untilClosed()).startsWith("HTTP/1.1 408 Request Timeout\r\n");
    }
  }

  @Test
  void closesConnectionsThatAreIdleForTooLong() throws Exception {
    HttpLimits hasty = new HttpLimits(10, LONG, shortTime(), LONG);
    try (RawClient client = connect(hasty, HttpListenerTest::echo)) {
      assertThat(client.untilClosed()).isEmpty();
    }
  }

  @Test
  void doesNotCountTheTimeThatAnAnswerTakes() throws Exception {
    BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
    HttpLimits hasty = new HttpLimits(10, shortTime(), shortTime(), shortTime());
    try (RawClient client = connect(hasty, exchanges::add)) {
      client.send(get("/patient"));
      HttpExchange exchange = exchanges.poll(30, SECONDS);
      Thread.sleep(shortTime().plusSeconds(1).toMillis());
      echo(exchange);

      assertThat(client.response()).endsWith("GET /patient?");
    }
  }

  @Test
  void aNewConnectionTakesThePlaceOfTheOneThatIsSilentForLongest() throws Exception {
    BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
    HttpLimits few = new HttpLimits(50, LONG, LONG, LONG);
    List<RawClient> silent = new ArrayList<>();
    try (RawClient waiting = connect(few, exchanges::add)) {
      waiting.send(get("/waiting"));
      HttpExchange kept = exchanges.poll(30, SECONDS);
      for (int i = 0; i < 500; i++) {
        silent.add(connect().send("GET /"));
      }
      try (RawClient probe = connect()) {
        probe.send(get("/probe"));
        echo(exchanges.poll(30, SECONDS));
        assertThat(probe.response()).endsWith("GET /probe?");
      }
      echo(kept);
      assertThat(waiting.response()).endsWith("GET /waiting?");
      assertThat(silent.get(0).isClosedByServer()).isTrue();
    } finally {
      for (RawClient client : silent) {
        client.close();
      }
    }
  }

  @Test
  void aHandlerThatFailsCostsOneRequestOnly() throws Exception {
    HttpHandler failing =
        exchange -> {
          if (exchange.path().equals("/fails")) {
            throw new StackOverflowError("a handler's own failure");
          }
          echo(exchange);
        };
    try (RawClient client = connect(PATIENT, failing)) {
      assertThat(client.send(get("/fails")).response())
          .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
          .doesNotContain("own failure");
    }
    try (RawClient client = connect()) {
      assertThat(client.send(get("/works")).response()).endsWith("GET /works?");
    }
  }

  @Test
  void aRequestThatIsNeverAnsweredIsToldSoAndALateAnswerIsDropped() throws Exception {
    patience = shortTime();
    List<HttpExchange> unanswered = new CopyOnWriteArrayList<>();
    try (RawClient client = connect(PATIENT, unanswered::add)) {
      assertThat(client.send(get("/never")).untilClosed())
          .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
          .endsWith("No answer.\n");
      unanswered.get(0).answer(ok("too late"));
    }
  }

  @Test
  void answersToClientsThatHaveGoneAreDropped() throws Exception {
    BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
    connect(PATIENT, exchanges::add).send(get("/gone")).close();
    echo(exchanges.poll(30, SECONDS));

    try (RawClient client = connect()) {
      client.send(get("/here"));
      echo(exchanges.poll(30, SECONDS));
      assertThat(client.response()).endsWith("GET /here?");
    }
  }

  @Test
  void sendsAnswersThatDoNotFitIntoTheSocketAtOnce() throws Exception {
    String large = "x".repeat(20_000_000);
    try (RawClient client = connect(PATIENT, exchange -> exchange.answer(ok(large)))) {
      client.send(get("/a") + get("/b"));

      assertThat(client.response()).endsWith("\r\n\r\n" + large);
      assertThat(client.response()).endsWith("\r\n\r\n" + large);
    }
  }

  @Test
  void refusesToAnswerTwice() throws Exception {
    BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
    try (RawClient client = connect(PATIENT, exchanges::add)) {
      client.send(get("/once"));
      HttpExchange exchange = exchanges.poll(30, SECONDS);
      echo(exchange);

      assertThatThrownBy(() -> echo(exchange)).hasMessage("answered twice: GET /once");
    }
  }

  @Test
  void answersWhatHasComeBeforeItCloses() throws Exception {
    BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
    try (RawClient client = connect(PATIENT, exchanges::add)) {
      client.send(get("/last"));
      HttpExchange exchange = exchanges.poll(30, SECONDS);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> listener.close(LONG));
      awaitRefused();
      assertThat(closing).isNotDone();
      echo(exchange);

      assertThat(client.untilClosed()).endsWith("GET /last?");
      assertThat(closing).succeedsWithin(LONG);
    }
  }

  private void awaitRefused() throws Exception {
    while (true) {
      try {
        new RawClient(listener.address().getPort()).close();
        Thread.sleep(10);
      } catch (ConnectException refused) {
        return;
      }
    }
  }
}
