package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpServer;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TcpSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the commands against a real server, and judges their exit codes as docker would. */
class ComposeCommandsTest {

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean asked = "yes".equals(exchange.getRequestHeaders().getFirst("X-Probe"));
          int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/nowhere");
          exchange.sendResponseHeaders(asked ? status : 400, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"200, true", "204, true", "302, true", "400, false", "503, false"})
  void takesTheStatusThatTheKubeletTakes(int status, boolean healthy) throws Exception {
    HttpGet handler =
        new HttpGet(
            Optional.of("/" + status),
            Port.of(server.getAddress().getPort()),
            Optional.empty(),
            Optional.empty(),
            List.of(new HttpHeader("X-Probe", "yes")),
            Optional.empty());
    assertThat(run(handler) == 0).isEqualTo(healthy);
  }

  @Test
  void opensAConnection() throws Exception {
    TcpSocket open = TcpSocket.of(Port.of(server.getAddress().getPort()));
    assertThat(run(open)).isZero();
    TcpSocket closed = TcpSocket.of(Port.of(unusedPort()));
    assertThat(run(closed)).isNotZero();
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int run(Handler handler) throws Exception {
    List<String> words =
        new ComposeCommands(Optional.empty())
            .of("orders", ProbeKind.READINESS, Probe.of(handler))
            .words();
    assertThat(words.get(0)).isEqualTo("CMD");
    Process process = start(words.subList(1, words.size()));
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static Process start(List<String> words) {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException absent) {
      return abort(words.get(0) + " is not on the path, so the command is not run.");
    }
  }
}
