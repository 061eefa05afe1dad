package dev.sonde.benchmarks.health;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;

/** The server of the JDK with a constant body, as it is when nobody sets system properties. */
public final class JdkServer {

  private static final byte[] BODY = "{\"status\":\"UP\",\"checks\":[]}".getBytes(US_ASCII);

  private JdkServer() {}

  /**
   * Serves until killed.
   *
   * @param args none; the port is the system property {@code peer.port}
   * @throws IOException if the port cannot be had
   */
  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.getInteger("peer.port")), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, BODY.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(BODY);
          }
        });
    server.start();
  }
}
