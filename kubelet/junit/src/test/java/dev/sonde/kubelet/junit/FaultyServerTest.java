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

  private static final int SHORT_MILLIS = 300;

  private static Socket connect(FaultyServer server) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress("localhost", server.port()), SHORT_MILLIS);
    socket.setSoTimeout(SHORT_MILLIS);
    return socket;
  }

  @Test
  void aSilentOneAcceptsAndReadsAndNeverAnswers() throws IOException {
    try (FaultyServer server = FaultyServer.silent(0);
        Socket client = connect(server)) {
      client.getOutputStream().write(new byte[10_000_000]);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
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
      assertThatThrownBy(() -> connect(server)).isInstanceOf(SocketTimeoutException.class);
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
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      silence.close();
      client.setSoTimeout(30_000);
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
      client.setSoTimeout(30_000);
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
