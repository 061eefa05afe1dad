package dev.sonde.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.http.HttpLimits;
import dev.sonde.runtime.testing.TestCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** All that the listener does in the open, it does in TLS 1.3. */
class TlsListenerTest extends HttpListenerTest {

  private static final TestCertificate CERTIFICATE = TestCertificate.ec();

  @Override
  HttpListener listen(InetSocketAddress address, HttpLimits limits, HttpHandler handler)
      throws IOException {
    return HttpListener.openTls(address, limits, patience(), handler, CERTIFICATE::serverEngine);
  }

  @Override
  RawClient connect() throws IOException {
    return new RawClient(CERTIFICATE.connect(listener.address().getPort(), protocol()));
  }

  String protocol() {
    return "TLSv1.3";
  }

  /** A handshake has to fit in, also on a machine that is busy. */
  @Override
  Duration shortTime() {
    return Duration.ofSeconds(2);
  }

  /** The same in TLS 1.2, whose handshake and goodbye are others. */
  static class Tls12Test extends TlsListenerTest {

    @Override
    String protocol() {
      return "TLSv1.2";
    }

    /** Here the end of one direction is the end of both, RFC 5246 section 7.2.1. */
    @Test
    @Override
    void answersAClientThatHasEndedItsOutput() throws Exception {
      HttpHandler handler = exchange -> exchange.answer(ok("lost"));
      try (RawClient client = connect(HttpLimits.DEFAULT, handler)) {
        assertThat(client.endOutput().untilClosed()).isEmpty();
      }
    }
  }
}
