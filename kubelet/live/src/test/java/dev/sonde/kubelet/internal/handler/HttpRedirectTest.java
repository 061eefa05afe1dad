package dev.sonde.kubelet.internal.handler;

import static dev.sonde.kubelet.internal.handler.Once.SHORT;
import static dev.sonde.kubelet.internal.handler.Once.get;
import static dev.sonde.kubelet.internal.handler.RawServer.answering;
import static dev.sonde.kubelet.internal.handler.RawServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.model.HttpHeader;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which redirects are followed, and what is asked then. */
class HttpRedirectTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static AttemptOutcome ask(RawServer server, String path, HttpHeader... headers) {
    return Once.of(get(server.port(), path, headers));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsARedirectOnTheSameHostName(int status) throws IOException {
    try (RawServer target = answering(OK);
        RawServer server =
            answering(
                "HTTP/1.1 "
                    + status
                    + " Moved\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:"
                    + target.port()
                    + "/there\r\n\r\n")) {
      assertThat(ask(server, "/here").verdict()).isEqualTo(AttemptVerdict.SUCCESS);
      assertThat(target.request())
          .startsWith("GET /there ")
          .contains("Referer: http://127.0.0.1:" + server.port() + "/here\r\n");
    }
  }

  @Test
  void doesNotContactAnotherHostName() throws IOException {
    try (RawServer target = answering(OK);
        RawServer server =
            answering(
                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://localhost:"
                    + target.port()
                    + "/\r\n\r\n")) {
      assertThat(ask(server, "/"))
          .isEqualTo(
              AttemptOutcome.warning("HTTP status 302 to other host localhost, not followed"));
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void followsARelativeRedirectWithTheCustomHost() throws IOException {
    try (RawServer server = redirectOnce("/login/../next?x=1")) {
      assertThat(ask(server, "/a/b", new HttpHeader("Host", "shop.example")).verdict())
          .isEqualTo(AttemptVerdict.SUCCESS);
      assertThat(server.requests().get(1))
          .startsWith("GET /next?x=1 ")
          .contains("Host: shop.example\r\n");
    }
  }

  @Test
  void followsAnAbsoluteRedirectWithoutTheCustomHost() throws IOException {
    try (RawServer server = redirectOnce("http://127.0.0.1:PORT/next")) {
      ask(server, "/", new HttpHeader("Host", "shop.example"));
      assertThat(server.requests().get(1)).contains("Host: 127.0.0.1:" + server.port());
    }
  }

  private static RawServer redirectOnce(String location) throws IOException {
    RawServer[] self = new RawServer[1];
    self[0] =
        new RawServer(
            (request, out) -> {
              String to = location.replace("PORT", "" + self[0].port());
              boolean first = self[0].requests().size() == 1;
              String redirect =
                  "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + to + "\r\n\r\n";
              out.write(bytes(first ? redirect : OK));
            });
    return self[0];
  }

  @ParameterizedTest(name = "{0} redirects: {1}, {2} requests")
  @CsvSource({"9, SUCCESS, 10", "10, FAILURE, 10", "1000, FAILURE, 10"})
  void makesAtMostTenRequests(int redirects, AttemptVerdict verdict, int requests)
      throws IOException {
    RawServer[] self = new RawServer[1];
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              boolean again = self[0].requests().size() <= redirects;
              String loop = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /\r\n\r\n";
              out.write(bytes(again ? loop : OK));
            })) {
      self[0] = server;
      assertThat(ask(server, "/").verdict()).isEqualTo(verdict);
      assertThat(server.requests()).hasSize(requests);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:99999/", "%zz", "ftp://127.0.0.1/"})
  void aRedirectThatLeadsNowhereIsAFailure(String location) throws IOException {
    try (RawServer server =
        answering(
            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n")) {
      assertThat(ask(server, "/").verdict()).isEqualTo(AttemptVerdict.FAILURE);
    }
  }

  @Test
  void oneDeadlineBoundsAllRedirectsTogether() throws IOException {
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              Thread.sleep(150);
              out.write(bytes("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /\r\n\r\n"));
            })) {
      assertThat(Once.of(get(server.port(), "/"), SHORT))
          .isEqualTo(AttemptOutcome.failure("no answer within 400ms"));
    }
  }
}
