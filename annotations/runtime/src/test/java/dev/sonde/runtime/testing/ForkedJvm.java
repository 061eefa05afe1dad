package dev.sonde.runtime.testing;

import dev.sonde.health.Health;
import dev.sonde.runtime.HealthEndpoints;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A small JVM of its own that runs a main class of the tests with nothing but Sonde and the JDK on
 * its class path. The main class serves health endpoints and writes their port, and whatever else
 * it has to tell, on lines of standard output.
 */
public final class ForkedJvm implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;
  private final Path errors; // Apart: what two threads write would run into each other's lines.
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private ForkedJvm(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** Starts a JVM with the class's main method and these options of the java command. */
  public static ForkedJvm start(Class<?> main, String... jvmOptions) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-cp", classPath(main), main.getName()));
    return start(command);
  }

  /** Starts the application with the fault of this name, and few file descriptors. */
  public static ForkedJvm startFaulty(String fault) throws IOException {
    String classPath = classPath(FaultyApplication.class, org.h2.Driver.class);
    return startLimited(256, "-cp", classPath, FaultyApplication.class.getName(), fault);
  }

  /** Starts a JVM with the class's main method and as many file descriptors as it just needs. */
  public static ForkedJvm startWithFewFiles(Class<?> main, String option) throws IOException {
    return startLimited(120, option, "-cp", classPath(main), main.getName());
  }

  private static ForkedJvm startLimited(int files, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n " + files + "; exec \"$@\"", "sh"));
    command.addAll(java());
    command.addAll(List.of(arguments));
    return start(command);
  }

  private static List<String> java() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  private static ForkedJvm start(List<String> command) throws IOException {
    Path output = Files.createTempFile("sonde-forked", ".log");
    Path errors = Files.createTempFile("sonde-forked", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    return new ForkedJvm(process, output, errors);
  }

  /** Everything that it has written until now. */
  public String output() throws IOException {
    return Files.readString(output) + Files.readString(errors);
  }

  /** Writes a line to its standard input and waits until it says that it has done so. */
  public void order(String line) throws IOException, InterruptedException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    awaitLine("done " + line);
  }

  /** Sends it a signal by name. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  public Process process() {
    return process;
  }

  /** Waits for a line that starts so, and returns the rest of it. */
  public String awaitLine(String start) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      boolean alive = process.isAlive();
      for (String line : output().lines().toList()) {
        if (line.startsWith(start)) {
          return line.substring(start.length()).strip();
        }
      }
      if (!alive) {
        break;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no line starts with \"" + start + "\" in:\n" + output());
  }

  /** Waits until it has written this anywhere. */
  public void awaitText(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains(text)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no \"" + text + "\" in:\n" + output());
      }
      Thread.sleep(20);
    }
  }

  /** Sends a GET to the port that the JVM has printed in a line {@code port <number>}. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + awaitLine("port ") + path);
    return client.send(
        HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  /** The status that a GET gets. */
  public int status(String path) {
    try {
      return get(path).statusCode();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(path + " was not answered", failure);
    }
  }

  /** Asks until the status is as wanted. */
  public void awaitStatus(String path, int wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (status(path) != wanted) {
      if (System.nanoTime() > end) {
        throw new AssertionError(path + " never answers " + wanted);
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    Files.deleteIfExists(output);
    Files.deleteIfExists(errors);
  }

  /** Sonde, the tests, and these: class path entries by name, so that nothing else gets there. */
  private static String classPath(Class<?>... others) {
    Set<String> entries = new LinkedHashSet<>();
    entries.add(location(Health.class));
    entries.add(location(HealthEndpoints.class));
    for (Class<?> other : others) {
      entries.add(location(other));
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
