package com.example.depot;

import dev.sonde.micronaut.ProbeServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application, started with some settings as {@code Micronaut.run} does, and asked by HTTP. */
final class Depot implements AutoCloseable {

  /** What was answered. */
  record Answer(int status, String body) {}

  /** A condition that comes true sooner or later. */
  interface Condition {
    boolean holds() throws Exception;
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ApplicationContext context;

  private Depot(ApplicationContext context) {
    this.context = context;
  }

  /** Waits for the startup probe, as the kubelet does before it asks for readiness. */
  static Depot start(String... settings) throws Exception {
    Depot depot = startUnasked(settings);
    if (depot.bean(ProbeServer.class).port().isPresent()) {
      eventually(() -> depot.probe("/startedz").status() == 200);
    }
    return depot;
  }

  static Depot startUnasked(String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-micronaut.server.port=-1");
    arguments.add("-sonde.port=0");
    arguments.add("-sonde.drain=0s");
    for (String setting : settings) {
      arguments.add("-" + setting);
    }
    ApplicationContext context =
        ApplicationContext.builder(DepotApplication.class)
            .args(arguments.toArray(String[]::new))
            .deduceEnvironment(false)
            .banner(false)
            .start();
    try {
      context.getBean(EmbeddedApplication.class).start();
      return new Depot(context);
    } catch (RuntimeException | Error failure) {
      context.close();
      throw failure;
    }
  }

  static void eventually(Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  ApplicationContext context() {
    return context;
  }

  /** Asks Sonde's own server. */
  Answer probe(String path) throws IOException, InterruptedException {
    return get(bean(ProbeServer.class).port().orElseThrow(), path, PATIENCE);
  }

  /** Asks the application's own server. */
  Answer main(String path) throws IOException, InterruptedException {
    return main(path, PATIENCE);
  }

  /** Asks the application's own server, and waits no longer than a probe would. */
  Answer main(String path, Duration atMost) throws IOException, InterruptedException {
    return get(bean(EmbeddedServer.class).getPort(), path, atMost);
  }

  private Answer get(int port, String path, Duration atMost)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(atMost).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  @Override
  public void close() {
    context.getBean(EmbeddedApplication.class).stop();
    context.close();
  }
}
