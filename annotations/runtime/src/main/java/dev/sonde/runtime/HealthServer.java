package dev.sonde.runtime;

import dev.sonde.runtime.http.HttpLimits;
import dev.sonde.runtime.internal.http.HttpAnswer;
import dev.sonde.runtime.internal.http.HttpExchange;
import dev.sonde.runtime.internal.http.HttpHandler;
import dev.sonde.runtime.internal.http.HttpListener;
import dev.sonde.runtime.internal.http.PortOwner;
import dev.sonde.runtime.internal.log.HealthLog;
import dev.sonde.runtime.tls.Tls;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Serves health endpoints over HTTP or HTTPS on a port of their own until closed. Thread-safe.
 *
 * <p>When the JVM is asked to end, readiness is down at once; {@link HealthServerBuilder#stopping}
 * says what else is to happen. The server's threads are daemons: it serves as long as something
 * else keeps the JVM alive.
 */
public final class HealthServer implements AutoCloseable {

  private final HttpListener listener;
  private final Optional<ShutdownHook> shutdown;

  private HealthServer(HttpListener listener, Optional<ShutdownHook> shutdown) {
    this.listener = listener;
    this.shutdown = shutdown;
  }

  /**
   * {@return a builder, for all that the other ways to start do not offer}
   *
   * @param endpoints what to serve
   */
  public static HealthServerBuilder builder(HealthEndpoints endpoints) {
    return new HealthServerBuilder(endpoints);
  }

  /**
   * Serves on all addresses, on the port that the manifest asks.
   *
   * @param endpoints what to serve
   * @return the server, which is listening
   * @throws IOException if the port cannot be had
   */
  public static HealthServer start(HealthEndpoints endpoints) throws IOException {
    return builder(endpoints).start();
  }

  /**
   * Serves on all addresses, on another port than the manifest asks.
   *
   * @param endpoints what to serve
   * @param port the port, 0 to 65535; 0 takes any free one
   * @return the server, which is listening
   * @throws IOException if the port cannot be had
   */
  public static HealthServer start(HealthEndpoints endpoints, int port) throws IOException {
    return builder(endpoints).port(port).start();
  }

  /**
   * Serves with TLS on all addresses, on the port that the manifest asks.
   *
   * @param endpoints what to serve
   * @param tls the certificate and key
   * @return the server, which is listening
   * @throws IOException if the port cannot be had, or the certificate cannot be used
   */
  public static HealthServer start(HealthEndpoints endpoints, Tls tls) throws IOException {
    return builder(endpoints).tls(tls).start();
  }

  static HealthServer start(
      HealthEndpoints endpoints,
      InetSocketAddress address,
      HttpLimits limits,
      Optional<Tls> tls,
      Optional<ShutdownHook> shutdown)
      throws IOException {
    HttpListener listener;
    try {
      HttpHandler handler = exchange -> answer(endpoints, exchange);
      Duration patience = endpoints.longestWait();
      listener =
          tls.isEmpty()
              ? HttpListener.open(address, limits, patience, handler)
              : HttpListener.openTls(
                  address, limits, patience, handler, tls.get().open(endpoints.container()));
    } catch (IOException failure) {
      throw new IOException(explain(endpoints, address, failure), failure);
    }
    try {
      HealthServer server = new HealthServer(listener, shutdown);
      shutdown.ifPresent(ShutdownHook::register);
      server.logPort(endpoints);
      shutdown.ifPresent(ShutdownHook::logTimes);
      logScheme(endpoints, tls.isPresent());
      return server;
    } catch (Throwable failure) {
      listener.close(); // As when the JVM is ending already, which takes no more hooks.
      throw failure;
    }
  }

  private static String explain(
      HealthEndpoints endpoints, InetSocketAddress address, IOException failure) {
    String what =
        "Cannot serve the health endpoints of \"" + endpoints.container() + "\" on " + address;
    if (failure instanceof BindException && address.getPort() > 0) {
      return what
          + " ("
          + failure.getMessage()
          + "): "
          + PortOwner.describe(address.getPort())
          + ". Free it, or declare another port, so that server and probes change together.";
    }
    String why = String.valueOf(failure.getMessage());
    return what + ": " + why + (why.endsWith(".") ? "" : ".");
  }

  /** {@return the port that is listened on} */
  public int port() {
    return listener.address().getPort();
  }

  /** {@return the address that is listened on} */
  public InetAddress address() {
    return listener.address().getAddress();
  }

  /** Stops listening; requests that have come have a second to be answered. */
  @Override
  public void close() {
    shutdown.ifPresent(ShutdownHook::unregister);
    listener.close();
  }

  private void logPort(HealthEndpoints endpoints) {
    if (port() == endpoints.port() || endpoints.port() == 0) {
      return;
    }
    HealthLog.warning(
        "The health endpoints of \""
            + endpoints.container()
            + "\" are served on port "
            + port()
            + ", but its probes ask port "
            + endpoints.port()
            + ".",
        null);
  }

  private static void logScheme(HealthEndpoints endpoints, boolean https) {
    if (https == endpoints.isAskedByHttps()) {
      return;
    }
    HealthLog.warning(
        "The health endpoints of \""
            + endpoints.container()
            + "\" are served by "
            + (https ? "HTTPS, but its probes ask by HTTP." : "HTTP, but its probes ask by HTTPS."),
        null);
  }

  private static void answer(HealthEndpoints endpoints, HttpExchange exchange) {
    HealthRequest request =
        new HealthRequest(exchange.method(), exchange.path(), exchange.query(), exchange.accept());
    CompletionStage<HealthResponse> coming = endpoints.answer(request);
    coming.whenComplete((response, failure) -> send(exchange, response, endpoints.unknown()));
  }

  private static void send(
      HttpExchange exchange, @Nullable HealthResponse response, HealthResponse otherwise) {
    HttpAnswer answer;
    try {
      answer = (response == null ? otherwise : response).encoded();
    } catch (Throwable failure) {
      answer = otherwise.encoded();
    }
    exchange.answer(answer);
  }
}
