package dev.sonde.example.spring;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The application in a process of its own, on free ports. */
record ClinicProcess(Process process, int port, int probePort) implements AutoCloseable {

  /** What this very test runs with. */
  static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static ClinicProcess start(
      Path log, List<String> options, String classPath, String... properties) throws IOException {
    int port = freePort();
    int probePort = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, ClinicApplication.class.getName()));
    command.add("--server.port=" + port);
    command.add("--sonde.port=" + probePort);
    for (String property : properties) {
      command.add("--" + property);
    }
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new ClinicProcess(process, port, probePort);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** {@return what is answered to a probe, with status 0 if nothing listens} */
  Clinic.Answer probe(String path) throws InterruptedException {
    try {
      return get(probePort, path);
    } catch (IOException refused) {
      return new Clinic.Answer(0, "");
    }
  }

  /** Asks the application's own server. */
  Clinic.Answer main(String path) throws IOException, InterruptedException {
    return get(port, path);
  }

  private static Clinic.Answer get(int at, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    return new Clinic.Answer(response.statusCode(), response.body());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
