package dev.sonde.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.runtime.http.HttpLimits;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients can do to a port that speaks TLS, beyond what they can do to HTTP. */
@Timeout(600)
class TlsTransportTest {

  private static final TestCertificate EC = TestCertificate.ec();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(200);

  /** A handshake has to fit in, also on a machine that is busy. */
  private static final Duration HASTY = Duration.ofSeconds(2);

  private static final HttpLimits PATIENT = new HttpLimits(2000, LONG, LONG, LONG);
  private static final String GET = "GET /livez HTTP/1.1\r\nHost: a\r\n\r\n";

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private HttpListener listener;

  @AfterEach
  void close() {
    listener.close();
  }

  private void listen(HttpLimits limits) throws IOException {
    listener =
        HttpListener.openTls(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            limits,
            Duration.ofMinutes(1),
            exchange -> exchange.answer(HttpListenerTest.ok(exchange.path())),
            EC::serverEngine);
  }

  private int port() {
    return listener.address().getPort();
  }

  private void assertOthersAreServed() throws IOException {
    try (RawClient client = new RawClient(EC.connect(port(), "TLSv1.3"))) {
      assertThat(client.send(GET).response()).startsWith("HTTP/1.1 200 OK").endsWith("/livez");
    }
  }

  /** The first bytes that a client sends. */
  private static byte[] hello() throws IOException {
    SSLEngine client = EC.trusting().createSSLEngine();
    client.setUseClientMode(true);
    ByteBuffer record = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
    client.wrap(ByteBuffer.allocate(0), record);
    return Arrays.copyOf(record.array(), record.position());
  }

  @Test
  void tellsClientsThatSpeakHttpWhatIsSpokenHere() throws Exception {
    listen(PATIENT);
    try (RawClient client = new RawClient(port())) {
      assertThat(client.send(GET).endOutput().untilClosed())
          .startsWith("HTTP/1.1 400 Bad Request\r\n")
          .contains("\r\nConnection: close\r\n")
          .endsWith("\r\n\r\nThis port speaks HTTPS.\n");
    }
    assertOthersAreServed();
  }

  @Test
  void closesOnWhatIsNeitherTlsNorHttp() throws Exception {
    listen(PATIENT);
    try (RawClient client = new RawClient(port())) {
      assertThat(client.send(new byte[] {0, 1, 2, 3}).isClosedByServer()).isTrue();
    }
    assertOthersAreServed();
  }

  @Test
  void shakesHandsWithAClientWhoseBytesComeOneByOne() throws Exception {
    listen(PATIENT);
    try (Dripping relay = new Dripping(port());
        SSLSocket socket = EC.connect(relay.port(), "TLSv1.3");
        RawClient client = new RawClient(socket)) {
      assertThat(client.send(GET).response()).endsWith("/livez");
    }
  }

  @Test
  void aHandshakeThatStopsHasLittleTime() throws Exception {
    listen(new HttpLimits(10, HASTY, LONG, LONG));
    byte[] hello = hello();
    try (RawClient stopsAtOnce = new RawClient(port());
        RawClient stopsMidway = new RawClient(port());
        RawClient stopsAfterHello = new RawClient(port())) {
      stopsAtOnce.send(Arrays.copyOf(hello, 1));
      stopsMidway.send(Arrays.copyOf(hello, hello.length - 1));
      stopsAfterHello.send(hello);

      stopsAtOnce.awaitClosed();
      stopsMidway.awaitClosed();
      stopsAfterHello.awaitClosed();
    }
    assertOthersAreServed();
  }

  @Test
  void aRecordThatStopsHasAsLittleTimeAsAHead() throws Exception {
    listen(new HttpLimits(10, HASTY, LONG, LONG));
    try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port());
        SSLSocket tls = EC.over(tcp)) {
      tls.startHandshake();
      tcp.getOutputStream().write(new byte[] {23, 3, 3, 0, 100, 1, 2, 3});

      new RawClient(tcp).awaitClosed();
    }
  }

  @Test
  void aConnectionHasOneHandshake() throws Exception {
    listen(PATIENT);
    try (SSLSocket socket = EC.connect(port(), "TLSv1.2");
        RawClient client = new RawClient(socket)) {
      assertThat(client.send(GET).response()).endsWith("/livez");
      assertThatThrownBy(
              () -> {
                socket.startHandshake();
                client.send(GET).response();
              })
          .isInstanceOf(IOException.class);
    }
    assertOthersAreServed();
  }

  @Test
  void saysGoodbyeAsTlsWantsItBeforeItCloses() throws Exception {
    listen(PATIENT);
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      try (RawClient client = new RawClient(EC.connect(port(), protocol))) {
        client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        // The JDK's client throws if the connection ends without a word.
        assertThat(client.untilClosed()).endsWith("\r\n\r\n/");
      }
    }
  }

  @Test
  void tellsWhyItShakesNoHands() throws Exception {
    listen(PATIENT);
    try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port());
        SSLSocket socket = EC.over(tcp)) {
      socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});

      assertThatThrownBy(socket::startHandshake)
          .hasMessageContaining("fatal alert: handshake_failure");
    }
    assertOthersAreServed();
  }

  @Test
  void threeHundredClientsAtOnceAreServed() throws Exception {
    listen(PATIENT);
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        clients.add(new RawClient(EC.connect(port(), "TLSv1.3")));
      }
      for (RawClient client : clients) {
        client.send(GET);
      }
      for (RawClient client : clients) {
        assertThat(client.response()).endsWith("/livez");
      }
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void survivesHandshakesAndRecordsThatAreDamaged() throws Exception {
    listen(new HttpLimits(200, LONG, LONG, SHORT));
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      byte[] bytes = hello();
      for (int i = random.nextInt(20); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      bytes[0] = random.nextInt(10) == 0 ? bytes[0] : 22;
      sendInPieces(bytes, random);
    }
    for (int seed = 0; seed < 200; seed++) {
      damageAnEstablishedConnection(new Random(seed));
    }
    assertOthersAreServed();
    assertThat(log.lines()).isEmpty();
  }

  private void sendInPieces(byte[] bytes, Random random) throws IOException {
    try (RawClient client = new RawClient(port())) {
      int sent = 0;
      while (sent < bytes.length) {
        int piece = 1 + random.nextInt(bytes.length - sent);
        client.send(Arrays.copyOfRange(bytes, sent, sent + piece));
        sent += piece;
      }
      client.endOutput().untilClosed();
    } catch (IOException closedEarly) {
      // The server may close on nonsense before it has come whole.
    }
  }

  private void damageAnEstablishedConnection(Random random) throws IOException {
    try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port());
        SSLSocket tls = EC.over(tcp)) {
      tls.startHandshake();
      byte[] noise = new byte[1 + random.nextInt(200)];
      random.nextBytes(noise);
      noise[0] = (byte) (20 + random.nextInt(5));
      ByteArrayOutputStream record = new ByteArrayOutputStream();
      record.writeBytes(noise);
      tcp.getOutputStream().write(record.toByteArray());
      tcp.shutdownOutput();
      tcp.getInputStream().readAllBytes();
    } catch (IOException reset) {
      // So it may be told, too.
    }
  }
}
