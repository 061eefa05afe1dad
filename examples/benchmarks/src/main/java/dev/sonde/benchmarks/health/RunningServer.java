package dev.sonde.benchmarks.health;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server's process, on a processor of its own where {@code taskset} is there. */
final class RunningServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private static final Pattern OF_THE_JVM = Pattern.compile("C[12] |G1 |GC |VM ");

  private final Process process;
  private final int port;
  private final long startedAt;
  private final Path log;

  private RunningServer(Process process, int port, long startedAt, Path log) {
    this.process = process;
    this.port = port;
    this.startedAt = startedAt;
    this.log = log;
  }

  static RunningServer start(Candidate candidate, String... options) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      command.addAll(List.of("/usr/bin/taskset", "-c", "0"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-Dpeer.port=" + port);
    command.addAll(candidate.java());
    Path log = Files.createTempFile("peer", ".log");
    log.toFile().deleteOnExit();
    long now = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new RunningServer(process, port, now, log);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** {@return the time from the start of the process to the first 200} */
  Duration awaitFirst200(String path) throws IOException, InterruptedException {
    return awaitFirst200(port, path);
  }

  /** {@return the same for another port of the same process} */
  Duration awaitFirst200(int port, String path) throws IOException, InterruptedException {
    while (System.nanoTime() - startedAt < LONGEST_START.toNanos() && process.isAlive()) {
      Burst burst = Burst.send(1, port, path, Duration.ofSeconds(5));
      if (burst.answered() == 1 && burst.failed() == 0) {
        return Duration.ofNanos(System.nanoTime() - startedAt);
      }
      Thread.sleep(2);
    }
    throw new IOException(
        "not a 200 from " + path + " within " + LONGEST_START + ": " + Files.readString(log));
  }

  /** {@return the processor time of its threads, but for those that compile and collect} */
  Duration work() throws IOException {
    long nanos = 0;
    try (Stream<Path> threads = Files.list(proc().resolve("task"))) {
      for (Path thread : threads.toList()) {
        String name = Files.readString(thread.resolve("comm"));
        if (!OF_THE_JVM.matcher(name).lookingAt()) {
          nanos += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        }
      }
    }
    return Duration.ofNanos(nanos);
  }

  private Path proc() {
    return Path.of("/proc", String.valueOf(process.pid()));
  }

  /** {@return the numbers of the line of its log that begins so} */
  List<Double> numbers(String beginning) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith(beginning))
        .flatMap(line -> Stream.of(line.substring(beginning.length()).trim().split(" ")))
        .map(Double::valueOf)
        .toList();
  }

  /** {@return the memory that the process has in RAM, in MB} */
  long residentMegabytes() throws IOException {
    return status("VmRSS:") / 1000;
  }

  long threads() throws IOException {
    return status("Threads:");
  }

  private long status(String field) throws IOException {
    return Files.readAllLines(proc().resolve("status")).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
