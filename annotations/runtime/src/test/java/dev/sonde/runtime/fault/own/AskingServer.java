package dev.sonde.runtime.fault.own;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import dev.sonde.runtime.fault.FaultScenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A probe over HTTP, each time over a connection of its own. */
public final class AskingServer implements FaultScenario {

  private static final String REQUEST =
      "GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

  private HealthServer server;
  private int port;

  @Override
  public void start() throws IOException {
    HealthEndpoints endpoints =
        HealthEndpoints.builder("faulty")
            .liveness("/livez", Duration.ofSeconds(1), List.of(Check.bool("alive", () -> true)))
            .build();
    server =
        HealthServer.builder(endpoints).address(InetAddress.getLoopbackAddress()).port(0).start();
    port = server.port();
  }

  @Override
  public String ask() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(8000);
      socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.UTF_8).replaceFirst("\r\nDate: [^\r]*", "");
    } catch (SocketTimeoutException never) {
      return MUTE;
    } catch (IOException closed) {
      return "closed";
    }
  }

  @Override
  public void stop() {
    server.close();
  }
}
