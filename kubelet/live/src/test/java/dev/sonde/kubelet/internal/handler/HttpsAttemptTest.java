package dev.sonde.kubelet.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpsAttemptTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static ServerSocket tls() throws Exception {
    return ExpiredCertificate.context()
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  }

  private static HttpGet https(int port) {
    return new HttpGet(
        Optional.of("/"),
        Port.of(port),
        Optional.empty(),
        Optional.of("HTTPS"),
        List.of(),
        Optional.empty());
  }

  @Test
  void verifiesNeitherCertificateNorName() throws Exception {
    try (RawServer server =
        new RawServer(tls(), (request, out) -> out.write(RawServer.bytes(OK)))) {
      assertThat(Once.of(https(server.port())).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    }
  }

  @Test
  void plainHttpOnTheOtherSideIsAFailure() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      assertThat(Once.of(https(server.port()), Once.SHORT).verdict())
          .isEqualTo(AttemptVerdict.FAILURE);
    }
  }

  @Test
  void aStalledHandshakeEndsWithTheDeadline() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      assertThat(Once.of(https(silent.getLocalPort()), Once.SHORT))
          .isEqualTo(AttemptOutcome.failure("no answer within 400ms"));
    }
  }

  @Test
  void followsARedirectFromPlainToTls() throws Exception {
    try (RawServer secure = new RawServer(tls(), (request, out) -> out.write(RawServer.bytes(OK)));
        RawServer plain =
            RawServer.answering(
                "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: https://127.0.0.1:"
                    + secure.port()
                    + "/\r\n\r\n")) {
      assertThat(Once.of(Once.get(plain.port(), "/")).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
      assertThat(secure.requests()).hasSize(1);
    }
  }
}
