package com.example.gallery;

import com.example.storage.FileStorage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sonde.annotation.Readiness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What visitors ask for. */
final class Pictures implements AutoCloseable {

  private static final int LONGEST_REQUEST_SECONDS = 1;

  private final FileStorage storage;
  private volatile Optional<HttpServer> server = Optional.empty();

  Pictures(FileStorage storage) {
    this.storage = storage;
  }

  void open(int port) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(port), 0);
    http.createContext("/pictures/", this::answer);
    http.start();
    server = Optional.of(http);
  }

  /** One of the application's own, beside the library's. */
  @Readiness
  boolean areOpen() {
    return server.isPresent();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/pictures/".length());
    try (exchange) {
      if (exchange.getRequestMethod().equals("PUT")) {
        storage.put(name, exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(204, -1);
      } else {
        byte[] picture = storage.get(name);
        exchange.sendResponseHeaders(200, picture.length);
        exchange.getResponseBody().write(picture);
      }
    } catch (IOException missing) {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  /** Serves those who have come, and takes nobody more. */
  @Override
  public void close() {
    server.ifPresent(http -> http.stop(LONGEST_REQUEST_SECONDS));
    System.out.println("closed");
  }
}
