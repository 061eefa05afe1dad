package dev.sonde.kubelet.internal.handler;

import static dev.sonde.kubelet.internal.handler.Once.LONG;
import static dev.sonde.kubelet.internal.handler.Once.SHORT;
import static dev.sonde.kubelet.internal.handler.Once.get;
import static dev.sonde.kubelet.internal.handler.RawServer.answering;
import static dev.sonde.kubelet.internal.handler.RawServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAttemptTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static AttemptOutcome ask(RawServer server, String path, HttpHeader... headers) {
    return Once.of(get(server.port(), path, headers));
  }

  private static HttpHeader header(String name, String value) {
    return new HttpHeader(name, value);
  }

  @Test
  void sendsWhatTheKubeletSends() throws IOException {
    try (RawServer server = answering(OK)) {
      assertThat(ask(server, "/healthz?full=1"))
          .isEqualTo(AttemptOutcome.success("HTTP status 200"));
      assertThat(server.request())
          .isEqualTo(
              "GET /healthz?full=1 HTTP/1.1\r\nHost: 127.0.0.1:"
                  + server.port()
                  + "\r\nUser-Agent: kube-probe/1.34\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }
  }

  @Test
  void canonicalisesHeadersAndKeepsRepeats() throws IOException {
    try (RawServer server = answering(OK)) {
      ask(server, "/", header("x-my-header", "1"), header("X-MY-HEADER", "2"));
      assertThat(server.request()).contains("X-My-Header: 1\r\nX-My-Header: 2\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"User-Agent", "Accept"})
  void anEmptyValueRemovesADefaultHeader(String name) throws IOException {
    try (RawServer server = answering(OK)) {
      ask(server, "/", header(name, ""));
      assertThat(server.request()).doesNotContain(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"User-Agent", "Accept"})
  void aValueReplacesADefaultHeader(String name) throws IOException {
    try (RawServer server = answering(OK)) {
      ask(server, "/", header(name.toLowerCase(java.util.Locale.ROOT), "mine"));
      assertThat(server.request()).containsOnlyOnce(name + ": mine\r\n");
    }
  }

  @Test
  void aHostHeaderChoosesTheVirtualHost() throws IOException {
    try (RawServer server = answering(OK)) {
      ask(server, "/", header("Host", "shop.example"));
      assertThat(server.request()).contains("\r\nHost: shop.example\r\n").containsOnlyOnce("Host:");
    }
  }

  @Test
  void asksForNoCompression() throws IOException {
    try (RawServer server = answering(OK)) {
      ask(server, "/");
      assertThat(server.request()).doesNotContain("Accept-Encoding");
    }
  }

  @Test
  void aHeaderValueWithALineBreakIsNotSent() throws IOException {
    try (RawServer server = answering(OK)) {
      AttemptOutcome outcome = ask(server, "/", header("X-A", "1\r\nX-B: 2"));
      assertThat(outcome.verdict()).isEqualTo(AttemptVerdict.FAILURE);
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest(name = "path \"{0}\" asks for \"{1}\"")
  @CsvSource({
    "/, /",
    "healthz, /healthz",
    "/a?b=c&d, /a?b=c&d",
    "'/a b', /a%20b",
    "/a#fragment, /a",
    "/%zz, /%25zz",
    "/%2Fa, /%2Fa",
    "'/%2Fa b', //a%20b",
    "http://other.example:99/x?y, /x?y",
    "//other.example/x, /x",
    "1a:b, /1a:b",
    "/ü, /%C3%BC",
    "/a|b, /a%7Cb",
    "/[x], /[x]",
    "?q=1, /?q=1"
  })
  void readsThePathAsAUrlReference(String path, String target) throws IOException {
    try (RawServer server = answering(OK)) {
      assertThat(ask(server, path).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
      assertThat(server.request()).startsWith("GET " + target + " HTTP/1.1\r\n");
      assertThat(server.request()).contains("Host: 127.0.0.1:" + server.port());
    }
  }

  @ParameterizedTest(name = "status {0}: {1}")
  @CsvSource({
    "200, SUCCESS", "204, SUCCESS", "299, SUCCESS", "300, WARNING", "304, WARNING", "399, WARNING",
    "301, WARNING", "302, WARNING", "303, WARNING", "307, WARNING", "308, WARNING", "400, FAILURE",
    "404, FAILURE", "500, FAILURE", "503, FAILURE", "599, FAILURE", "101, FAILURE"
  })
  void judgesByTheStatusAlone(int status, AttemptVerdict verdict) throws IOException {
    String response = "HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\n\r\n";
    try (RawServer server = answering(response)) {
      assertThat(ask(server, "/").verdict()).isEqualTo(verdict);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Content-Length: 2~Content-Length: 3, FAILURE",
    "Content-Length: 2~Content-Length: 2, SUCCESS",
    "Content-Length: 2~content-length: 9, FAILURE",
    "Transfer-Encoding: chunked~Transfer-Encoding: chunked, FAILURE",
    "'Transfer-Encoding: chunked, chunked', FAILURE",
    "Transfer-Encoding: gzip~Transfer-Encoding: chunked, FAILURE",
    "Transfer-Encoding: Chunked, SUCCESS",
    "Content-Length: 2~Transfer-Encoding: chunked~Content-Length: 3, SUCCESS",
  })
  void aBodyWhoseEndIsNotCertainIsAFailure(String headers, AttemptVerdict verdict)
      throws IOException {
    String body = headers.contains("hunked") ? "2\r\nok\r\n0\r\n\r\n" : "ok";
    String head = "HTTP/1.1 200 OK\r\n" + headers.replace("~", "\r\n") + "\r\n\r\n";
    try (RawServer server = answering(head + body)) {
      assertThat(ask(server, "/").verdict()).isEqualTo(verdict);
    }
  }

  @ParameterizedTest(name = "{0} bytes: {1}")
  @CsvSource({"2000000, SUCCESS", "10400000, SUCCESS", "10500000, FAILURE"})
  void aHeadMayHaveTenMebibytes(int bytes, AttemptVerdict verdict) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Long: ";
    try (RawServer server = answering(head + "x".repeat(bytes) + "\r\n\r\n")) {
      AttemptOutcome outcome = Once.of(get(server.port(), "/"), java.time.Duration.ofSeconds(30));
      assertThat(outcome.verdict()).isEqualTo(verdict);
    }
  }

  @Test
  void passesOverInterimResponses() throws IOException {
    try (RawServer server = answering("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK)) {
      assertThat(ask(server, "/").verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    }
  }

  @Test
  void theReasonOfABadStatusNeverHoldsTheBody() throws IOException {
    try (RawServer server = answering("HTTP/1.1 500 Oops\r\nContent-Length: 6\r\n\r\nsecret")) {
      assertThat(ask(server, "/")).isEqualTo(AttemptOutcome.failure("HTTP status 500"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\n"
      })
  void whatIsNoHttpResponseIsAFailure(String response) throws IOException {
    try (RawServer server = answering(response)) {
      assertThat(ask(server, "/").verdict()).isEqualTo(AttemptVerdict.FAILURE);
    }
  }

  @Test
  void aRefusedConnectionIsAFailure() throws IOException {
    int port = freePort();
    assertThat(Once.of(get(port, "/"))).isEqualTo(AttemptOutcome.failure("connection refused"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void silenceBeforeTheHeadersIsAFailure() throws IOException {
    RawServer[] self = new RawServer[1];
    try (RawServer server = new RawServer((request, out) -> self[0].stall())) {
      self[0] = server;
      assertThat(Once.of(get(server.port(), "/"), SHORT))
          .isEqualTo(AttemptOutcome.failure("no answer within 400ms"));
    }
  }

  @Test
  void silenceInsideTheHeadersIsAFailure() throws IOException {
    RawServer[] self = new RawServer[1];
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-"));
              out.flush();
              self[0].stall();
            })) {
      self[0] = server;
      assertThat(Once.of(get(server.port(), "/"), SHORT).verdict())
          .isEqualTo(AttemptVerdict.FAILURE);
    }
  }

  @Test
  void silenceInsideTheBodyIsAnError() throws IOException {
    RawServer[] self = new RawServer[1];
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
              out.flush();
              self[0].stall();
            })) {
      self[0] = server;
      assertThat(Once.of(get(server.port(), "/"), SHORT))
          .isEqualTo(AttemptOutcome.error("body not read: no answer within 400ms"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        "HTTP/1.1 500 Oops\r\nContent-Length: 10\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokXX"
      })
  void aBodyThatBreaksOffIsAnError(String response) throws IOException {
    try (RawServer server = answering(response)) {
      assertThat(ask(server, "/").verdict()).isEqualTo(AttemptVerdict.ERROR);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nok\r\n1\r\n!\r\n0\r\n\r\n",
        "HTTP/1.0 200 OK\r\n\r\nuntil the end",
        "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nok"
      })
  void readsEveryWayOfSendingABody(String response) throws IOException {
    try (RawServer server = answering(response)) {
      assertThat(ask(server, "/").verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    }
  }

  @ParameterizedTest(name = "{0} bytes, then silence: {1}")
  @CsvSource({"10239, ERROR", "10240, SUCCESS", "10241, SUCCESS"})
  void readsTenKibibytesAndIgnoresTheRest(int sent, AttemptVerdict verdict) throws IOException {
    RawServer[] self = new RawServer[1];
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
              out.write(new byte[sent]);
              out.flush();
              self[0].stall();
            })) {
      self[0] = server;
      boolean ends = verdict == AttemptVerdict.SUCCESS;
      assertThat(Once.of(get(server.port(), "/"), ends ? LONG : SHORT).verdict())
          .isEqualTo(verdict);
    }
  }

  @Test
  void looksUpAPortName() throws IOException {
    try (RawServer server = answering(OK)) {
      HttpGet named = HttpGet.of("/", Port.named("health"));
      PodAddress pod =
          new PodAddress(
              "127.0.0.1",
              List.of(new dev.sonde.model.ContainerPort(Optional.of("health"), server.port())));
      assertThat(Once.of(named, LONG, pod).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"helth", "8080"})
  void anUnknownPortNameIsAnError(String name) {
    assertThat(Once.of(HttpGet.of("/", Port.named(name))))
        .isEqualTo(
            AttemptOutcome.error("port name \"" + name + "\" is not declared; declared: health"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad host", "a/b", "[::1]"})
  void aHostThatCannotStandInAUrlIsAnError(String host) {
    HttpGet handler =
        new HttpGet(
            Optional.of("/"),
            Port.of(80),
            Optional.of(host),
            Optional.empty(),
            List.of(),
            Optional.empty());
    assertThat(Once.of(handler).verdict()).isEqualTo(AttemptVerdict.ERROR);
  }

  @Test
  void anOpaqueUrlHasNoHost() {
    assertThat(Once.of(get(1, "mailto:x"))).isEqualTo(AttemptOutcome.failure("no host in URL"));
  }

  @Test
  void userAndPasswordInThePathBecomeAnAuthorization() throws IOException {
    try (RawServer server = answering(OK)) {
      ask(server, "//me:secret@host/x");
      assertThat(server.request()).contains("Authorization: Basic bWU6c2VjcmV0\r\n");
    }
  }
}
