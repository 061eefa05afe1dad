package dev.sonde.example.spring;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthRequest;
import dev.sonde.spring.ServedEndpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, started with some properties, and asked over HTTP. */
final class Clinic implements AutoCloseable {

  /** What was answered. */
  record Answer(int status, String body) {}

  private static final Duration STARTUP_BUDGET = Duration.ofMinutes(2);
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  private Clinic(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Clinic start(String... properties) {
    return start(ClinicApplication.class, properties);
  }

  /** Properties of the command line count most; each application gets a database of its own. */
  static Clinic start(Class<?> source, String... properties) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("server.port", "0");
    all.put("sonde.port", "0");
    all.put("sonde.drain", "0s");
    all.put("spring.datasource.generate-unique-name", "true");
    all.put("spring.main.banner-mode", "off");
    for (String property : properties) {
      int end = property.indexOf('=');
      all.put(property.substring(0, end), property.substring(end + 1));
    }
    List<String> arguments = new ArrayList<>();
    all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    SpringApplication application = new SpringApplication(source);
    Clinic clinic = new Clinic(application.run(arguments.toArray(String[]::new)));
    clinic.awaitStart();
    return clinic;
  }

  /** As the kubelet, which asks for readiness only when the startup probe has succeeded. */
  private void awaitStart() {
    ServedEndpoints served = context.getBeanProvider(ServedEndpoints.class).getIfAvailable();
    if (served == null) {
      return;
    }
    HealthEndpoints endpoints = served.endpoints().orElseThrow();
    long end = System.nanoTime() + STARTUP_BUDGET.toNanos();
    while (endpoints.respond(HealthRequest.get("/startedz")).status() != 200) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("does not start");
      }
      LockSupport.parkNanos(PERIOD.toNanos());
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  String property(String name) {
    return context.getEnvironment().getProperty(name);
  }

  /** Asks Sonde's own server. */
  Answer probe(String path) throws IOException, InterruptedException {
    return get("local.sonde.port", path);
  }

  /** Asks the application's own server. */
  Answer main(String path) throws IOException, InterruptedException {
    return get("local.server.port", path);
  }

  /** Asks the application's own server, and waits no longer than a probe would. */
  Answer main(String path, Duration atMost) throws IOException, InterruptedException {
    return get("local.server.port", path, atMost);
  }

  Answer get(String port, String path) throws IOException, InterruptedException {
    return get(port, path, PATIENCE);
  }

  private Answer get(String port, String path, Duration atMost)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + property(port) + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(atMost).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
