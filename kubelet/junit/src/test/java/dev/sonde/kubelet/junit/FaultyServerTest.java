package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultyServerTest {

  /** Long enough to show that nothing comes. */
  private static final int SHORT_MILLIS = 300;

  /** For what comes, however busy the machine is. */
  private static final int LONG_MILLIS = 30_000;

  private static Socket connect(FaultyServer server) throws IOException {
    return connect(server, LONG_MILLIS);
  }

  private static Socket connect(FaultyServer server, int patienceMillis) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress("localhost", server.port()), patienceMillis);
    socket.setSoTimeout(LONG_MILLIS);
    return socket;
  }

  private static void assertNothingComes(Socket client) throws IOException {
    client.setSoTimeout(SHORT_MILLIS);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(LONG_MILLIS);
  }

  @Test
  void aSilentOneAcceptsAndReadsAndNeverAnswers() throws IOException {
    try (FaultyServer server = FaultyServer.silent(0);
        Socket client = connect(server)) {
      client.getOutputStream().write(new byte[10_000_000]);
      assertNothingComes(client);
      assertThat(server.connections()).isEqualTo(1);
      assertThatThrownBy(server::silence)
          .hasMessage(
              "This server never answers, so it cannot fall silent. Use FaultyServer.inFrontOf.");
    }
  }

  @Test
  void aRefusingOneRefuses() {
    try (FaultyServer server = FaultyServer.refusing(0)) {
      assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void anUnreachableOneLeavesConnectionsWithoutAnAnswer() {
    try (FaultyServer server = FaultyServer.unreachable(0)) {
      assertThatThrownBy(() -> connect(server, SHORT_MILLIS))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void oneInFrontPassesAllOnUntilItIsSilentAndThenWhatItHeldBack() throws IOException {
    try (EchoServer real = new EchoServer();
        FaultyServer server = FaultyServer.inFrontOf("localhost", real.port(), 0);
        Socket client = connect(server)) {
      client.getOutputStream().write(1);
      assertThat(client.getInputStream().read()).isEqualTo(1);

      Fault silence = server.silence();
      client.getOutputStream().write(2);
      assertNothingComes(client);

      silence.close();
      assertThat(client.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void closesConnectionsWithIt() throws IOException {
    FaultyServer server = FaultyServer.silent(0);
    try (Socket client = connect(server)) {
      client.getOutputStream().write(1);
      while (server.connections() == 0) {
        Thread.onSpinWait();
      }
      server.close();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aPortThatIsTakenIsTold() {
    try (FaultyServer first = FaultyServer.silent(0)) {
      int port = first.port();
      assertThatThrownBy(() -> FaultyServer.silent(port))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("cannot listen on port " + port + ": ")
          .hasMessageEndingWith(". Stop what has it, or give 0 for a free port.");
    }
  }
}
