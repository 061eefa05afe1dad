package dev.sonde.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves health endpoints over HTTP on a port of their own until closed. Thread-safe. */
public final class HealthServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("dev.sonde.health");
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads;

  private HealthServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Serves on all addresses, on the port that the manifest asks.
   *
   * @param endpoints what to serve
   * @return the server, which is listening
   * @throws IOException if the port cannot be had
   */
  public static HealthServer start(HealthEndpoints endpoints) throws IOException {
    return start(endpoints, endpoints.port());
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
    return start(endpoints, new InetSocketAddress(port));
  }

  /**
   * Serves on one address.
   *
   * @param endpoints what to serve
   * @param address one of this host's addresses, or the wildcard address; port 0 takes any free one
   * @return the server, which is listening
   * @throws IOException if the address or port cannot be had
   */
  public static HealthServer start(HealthEndpoints endpoints, InetSocketAddress address)
      throws IOException {
    HttpServer http;
    try {
      http = HttpServer.create(address, 0);
    } catch (IOException taken) {
      throw new IOException(
          "Cannot serve the health endpoints of \""
              + endpoints.container()
              + "\" on "
              + address
              + ": "
              + taken.getMessage()
              + ". Free that port, or start on another one and give the probes the same number.",
          taken);
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, HealthServer::thread);
    http.setExecutor(threads);
    http.createContext("/", exchange -> answer(endpoints, exchange));
    http.start();
    HealthServer server = new HealthServer(http, threads);
    server.logPort(endpoints);
    return server;
  }

  /** {@return the port that is listened on} */
  public int port() {
    return server.getAddress().getPort();
  }

  /** {@return the address that is listened on} */
  public InetAddress address() {
    return server.getAddress().getAddress();
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void logPort(HealthEndpoints endpoints) {
    if (port() == endpoints.port()) {
      return;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "The health endpoints of \"{0}\" are served on port {1}, but its probes ask port {2}.",
        endpoints.container(),
        Integer.toString(port()),
        Integer.toString(endpoints.port()));
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(null, task, "sonde-server");
    thread.setDaemon(true);
    return thread;
  }

  private static void answer(HealthEndpoints endpoints, HttpExchange exchange) throws IOException {
    try (exchange) {
      HealthResponse response = endpoints.respond(request(exchange));
      response.headers().forEach(exchange.getResponseHeaders()::set);
      int length = response.bodyLength();
      exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
      OutputStream body = exchange.getResponseBody();
      response.writeBodyTo(body);
    }
  }

  private static HealthRequest request(HttpExchange exchange) {
    return new HealthRequest(
        exchange.getRequestMethod(),
        orEmpty(exchange.getRequestURI().getRawPath()),
        orEmpty(exchange.getRequestURI().getRawQuery()),
        orEmpty(exchange.getRequestHeaders().getFirst("Accept")));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
