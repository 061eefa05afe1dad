package dev.sonde.runtime.internal.http;

/** Answers requests. */
@FunctionalInterface
public interface HttpHandler {

  /**
   * Takes a request; must not block. The answer may come later and from another thread, but must
   * come.
   *
   * @param exchange the request, to be answered once
   */
  void handle(HttpExchange exchange);
}
