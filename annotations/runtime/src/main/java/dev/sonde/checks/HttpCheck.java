package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;

/**
 * Whether a URL answers a GET with a status below 400. The body is dropped; redirects are not
 * followed. Thread-safe.
 *
 * <p>Ask another service for what you need of it, not for its whole health: readiness that hangs on
 * readiness takes a chain of services down together. Consider {@code optional()}.
 */
@Readiness(name = "http")
public class HttpCheck implements HealthCheck {

  private static final int FIRST_BAD_STATUS = 400;

  private final HttpClient client;
  private final HttpRequest request;

  /**
   * Makes a check with a client of its own and a timeout of half a second.
   *
   * @param uri what to ask, {@code http} or {@code https}
   */
  public HttpCheck(URI uri) {
    this(uri, Duration.ofMillis(500), HttpClient.newHttpClient());
  }

  /**
   * Makes a check.
   *
   * @param uri what to ask, {@code http} or {@code https}
   * @param timeout how long the answer may take, at least 1 ms
   * @param client sends the request
   * @throws IllegalArgumentException if the URI is not HTTP or the timeout is too short
   */
  public HttpCheck(URI uri, Duration timeout, HttpClient client) {
    this.client = Objects.requireNonNull(client, "client");
    this.request =
        HttpRequest.newBuilder(uri)
            .timeout(ArgumentLimits.atLeastOneMilli("timeout", timeout))
            .header("User-Agent", "sonde")
            .GET()
            .build();
  }

  @Override
  public Health check() throws IOException, InterruptedException {
    HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
    return Health.of(response.statusCode() < FIRST_BAD_STATUS)
        .with("status", response.statusCode());
  }
}
