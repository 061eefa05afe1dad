package dev.sonde.kubelet.internal.handler;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.TcpSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One attempt at a socket of this process' own, whose outcome nobody asks for. It loads the classes
 * that the real attempt needs, so that a Java virtual machine just started does not spend the
 * probe's timeout on that.
 */
public final class WarmUpAttempt {

  /** A machine that is busy loads classes slowly. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private static final byte[] HTTP_ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** An empty SETTINGS frame: enough for a client to send its call. */
  private static final byte[] HTTP2_GREETING = {0, 0, 0, 4, 0, 0, 0, 0, 0};

  private WarmUpAttempt() {}

  /**
   * Makes an attempt like those of a handler. Commands are not rehearsed.
   *
   * @param handler the handler
   * @param handlers makes the real attempts
   * @param attempts runs them
   */
  public static void of(Handler handler, RealHandlers handlers, AttemptThreads attempts) {
    handler.map(new Scripts()).ifPresent(script -> play(script, handlers, attempts));
  }

  private static void play(Script script, RealHandlers handlers, AttemptThreads attempts) {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 1, here)) {
      Thread answering = new Thread(() -> answer(server, script.answer), "sonde-rehearsal");
      answering.setDaemon(true);
      answering.start();
      RealHandlers own =
          new RealHandlers(
              new PodAddress(here.getHostAddress(), List.of()),
              handlers.version(),
              handlers.directory(),
              Map.of());
      attempts.make(own.attempt(script.handler.apply(server.getLocalPort())), LONGEST).join();
    } catch (IOException noSocket) {
      throw new UncheckedIOException(noSocket);
    }
  }

  /** A handler at a port of this process, and what is answered to it. */
  private static final class Script {
    private final IntFunction<Handler> handler;
    private final byte[] answer;

    Script(IntFunction<Handler> handler, byte[] answer) {
      this.handler = handler;
      this.answer = answer;
    }
  }

  private static final class Scripts implements Handler.Cases<Optional<Script>> {
    @Override
    public Optional<Script> exec(Exec exec) {
      return Optional.empty();
    }

    @Override
    public Optional<Script> httpGet(HttpGet http) {
      return Optional.of(
          new Script(
              port ->
                  new HttpGet(
                      Optional.of(HttpGet.DEFAULT_PATH),
                      Port.of(port),
                      Optional.empty(),
                      http.scheme(),
                      List.of(),
                      http.protocol()),
              http.overHttp2() ? HTTP2_GREETING : HTTP_ANSWER));
    }

    @Override
    public Optional<Script> tcpSocket(TcpSocket tcp) {
      return Optional.of(new Script(port -> TcpSocket.of(Port.of(port)), HTTP_ANSWER));
    }

    @Override
    public Optional<Script> grpc(Grpc grpc) {
      return Optional.of(
          new Script(port -> new Grpc(port, Optional.empty(), grpc.mode()), HTTP2_GREETING));
    }
  }

  private static void answer(ServerSocket server, byte[] answer) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write(answer);
      client.setSoTimeout(500);
      InputStream in = client.getInputStream();
      for (byte[] read = in.readNBytes(1); read.length > 0; read = in.readNBytes(1)) {
        client.setSoTimeout(50);
      }
    } catch (IOException over) {
      // The client has gone, or waits for more: it has done what it can.
    }
  }
}
