package com.example.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What customers and operators call. */
final class OrdersApi {

  private static final int LONGEST_REQUEST_SECONDS = 1;

  private final OrderQueue queue;
  private final OrderWorker worker;
  private volatile Optional<HttpServer> server = Optional.empty();

  OrdersApi(OrderQueue queue, OrderWorker worker) {
    this.queue = queue;
    this.worker = worker;
  }

  void start(int port) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(port), 0);
    http.createContext("/orders", this::orders);
    http.createContext("/admin/deadlock", this::deadlock);
    http.start();
    server = Optional.of(http);
  }

  /** Finishes what is under way, takes nothing new, and returns when that is done. */
  void stop() {
    server.ifPresent(http -> http.stop(LONGEST_REQUEST_SECONDS));
  }

  private void orders(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      boolean taken = queue.offer(exchange.getRequestURI().toString());
      answer(exchange, taken ? 202 : 503, taken ? "taken" : "full");
    } else {
      answer(exchange, 200, "waiting " + queue.size() + ", processed " + worker.processed());
    }
  }

  /** The admin switch: after this, the worker hangs and liveness must notice. */
  private void deadlock(HttpExchange exchange) throws IOException {
    try {
      worker.deadlock();
      answer(exchange, 200, "the worker is deadlocked");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      answer(exchange, 503, "stopping");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = (text + "\n").getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
