package dev.sonde.runtime;

import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import dev.sonde.runtime.internal.log.HealthLog;
import dev.sonde.runtime.internal.log.TroubleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Health in a file, for workers that serve nothing: as long as a probe's checks pass, the file is
 * written again and again. It holds one line, the second (counted from 1970) until which all is
 * well, so a process that hangs or is gone fails by itself, as does a probe whose checks fail.
 * Thread-safe.
 *
 * <p>{@link #shellCommand} and {@link #javaCommand} are what an {@code exec} probe runs; for a
 * liveness probe that reads every 10 s, three seconds are a good period.
 */
public final class HeartbeatFile implements AutoCloseable {

  private static final int MISSED_BEATS = 3;
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final HealthEndpoints endpoints;
  private final EndpointKind probe;
  private final Path file;
  private final Path draft;
  private final Duration period;
  private final Thread thread;
  private final TroubleLog trouble;
  private volatile boolean closed;
  private @Nullable String lastFailure; // belongs to the thread

  private HeartbeatFile(HealthEndpoints endpoints, EndpointKind probe, Path file, Duration period) {
    this.endpoints = endpoints;
    this.probe = probe;
    this.file = file;
    this.draft = file.resolveSibling(file.getFileName() + ".new");
    this.period = period;
    this.thread = new Thread(null, this::run, "sonde-heartbeat-file");
    this.trouble =
        new TroubleLog(
            "The heartbeat of " + file + " has failed and goes on.",
            "The heartbeat of " + file + " goes well again.");
  }

  /**
   * Begins to write the file.
   *
   * @param endpoints what to ask
   * @param probe whose checks decide
   * @param file where; its folder must exist and be writable
   * @param period the time between two looks, at least 1 s; the file is good for three of them
   * @return what writes, until closed
   * @throws IllegalArgumentException if the period is too short
   */
  public static HeartbeatFile start(
      HealthEndpoints endpoints, EndpointKind probe, Path file, Duration period) {
    HeartbeatFile heartbeat = of(endpoints, probe, file, period);
    heartbeat.begin();
    return heartbeat;
  }

  static HeartbeatFile of(
      HealthEndpoints endpoints, EndpointKind probe, Path file, Duration period) {
    requirePeriod(period);
    return new HeartbeatFile(endpoints, probe, file.toAbsolutePath(), period);
  }

  static void requirePeriod(Duration period) {
    if (period.toSeconds() < 1) {
      throw new IllegalArgumentException("period " + period + " is shorter than 1 s");
    }
  }

  void begin() {
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * {@return the command of an {@code exec} probe in an image that has a shell, {@code cat} and
   * {@code date}}
   *
   * @param file the file's path in the container
   */
  public static List<String> shellCommand(String file) {
    String quoted = "'" + file.replace("'", "'\\''") + "'";
    return List.of("sh", "-c", "test \"$(cat " + quoted + ")\" -gt \"$(date +%s)\"");
  }

  /**
   * {@return the command of an {@code exec} probe in an image that has Java and no shell; each try
   * starts a JVM}
   *
   * @param file the file's path in the container
   * @param classPath where Sonde's runtime is in the container, such as the application's jar
   */
  public static List<String> javaCommand(String file, String classPath) {
    return List.of(
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx16m",
        "-cp",
        classPath,
        "dev.sonde.probe.HealthProbe",
        file);
  }

  /** Stops writing and removes the file, so that the probe fails at once. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    awaitEnd();
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(draft);
    } catch (IOException failure) {
      HealthLog.warning("Cannot remove the heartbeat file " + file, failure);
    }
  }

  /** Also when interrupted: what is still being written would come back after it is removed. */
  private void awaitEnd() {
    long end = System.nanoTime() + LONGEST_GOODBYE.toNanos();
    boolean interrupted = false;
    while (thread.isAlive() && System.nanoTime() - end < 0) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong, as long as this process lives its checks decide about the file. */
  private void run() {
    while (!closed) {
      try {
        beat();
        trouble.succeeded();
        Thread.sleep(period.toMillis());
      } catch (InterruptedException perhapsClosed) {
        // The loop knows; whoever else interrupts this thread does not end it.
      } catch (Throwable failure) {
        trouble.failed(failure);
        rest();
      }
    }
  }

  private void beat() throws InterruptedException {
    write(passes() ? System.currentTimeMillis() / 1000 + validSeconds() : 0);
  }

  private void rest() {
    try {
      Thread.sleep(period.toMillis());
    } catch (InterruptedException perhapsClosed) {
      // The loop knows.
    }
  }

  private long validSeconds() {
    return period.multipliedBy(MISSED_BEATS).toSeconds();
  }

  private boolean passes() throws InterruptedException {
    try {
      ProbeReport report =
          endpoints.ask(probe).toCompletableFuture().get(validSeconds(), TimeUnit.SECONDS);
      return report.passes();
    } catch (ExecutionException | TimeoutException impossible) {
      return false;
    }
  }

  /** Moved into place whole, so that nobody ever reads half a number. */
  private void write(long goodUntil) {
    try {
      Files.writeString(draft, goodUntil + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      lastFailure = null;
    } catch (IOException failure) {
      if (!closed && !failure.toString().equals(lastFailure)) {
        lastFailure = failure.toString();
        HealthLog.warning("Cannot write the heartbeat file " + file, failure);
      }
    }
  }
}
