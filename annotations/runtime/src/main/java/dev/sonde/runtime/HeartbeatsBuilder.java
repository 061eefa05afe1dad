package dev.sonde.runtime;

import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.internal.log.HealthLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gathers the heartbeat files of a container. Not thread-safe. */
public final class HeartbeatsBuilder {

  private record Declared(EndpointKind probe, Path file, Duration period) {}

  private static final Path ROOT = Path.of("/");

  private final HealthEndpoints endpoints;
  private final List<Declared> files = new ArrayList<>();
  private Path root = ROOT;
  private StopTimes times;
  private AutoCloseable stop = () -> {};

  HeartbeatsBuilder(HealthEndpoints endpoints) {
    this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
    this.times = endpoints.stopTimes().orElse(StopTimes.OPEN);
  }

  /**
   * Adds a file.
   *
   * @param probe whose checks decide
   * @param file where; its folder must exist and be writable
   * @param period the time between two looks, at least 1 s; the file is good for three of them
   * @return this builder
   * @throws IllegalArgumentException if the period is too short
   */
  public HeartbeatsBuilder file(EndpointKind probe, Path file, Duration period) {
    HeartbeatFile.requirePeriod(period);
    files.add(new Declared(probe, file, period));
    return this;
  }

  /**
   * Writes below another folder than the root, as outside of a container; that is logged once.
   *
   * @param folder what stands for the root
   * @return this builder
   */
  public HeartbeatsBuilder under(Path folder) {
    root = Objects.requireNonNull(folder, "folder");
    return this;
  }

  /**
   * Says what stops the application when the JVM is asked to end, see {@link
   * HealthServerBuilder#stopping}.
   *
   * @param application is closed; it returns when all is stopped
   * @return this builder
   */
  public HeartbeatsBuilder stopping(AutoCloseable application) {
    stop = Objects.requireNonNull(application, "application");
    return this;
  }

  /**
   * Takes other times than the container was declared with, see {@link
   * HealthServerBuilder#shutdown}.
   *
   * @param drain how long to go on working, at least 0
   * @param stop how long the application may then take to stop, more than 0
   * @return this builder
   * @throws IllegalArgumentException if a time is not as said
   */
  public HeartbeatsBuilder shutdown(Duration drain, Duration stop) {
    times = new StopTimes(drain, stop);
    return this;
  }

  /** {@return what writes the files, from now on} */
  public Heartbeats start() {
    if (!root.equals(ROOT)) {
      HealthLog.info(
          "The heartbeat files of \""
              + endpoints.container()
              + "\" are written below "
              + root
              + ", where its probes do not look.");
    }
    List<HeartbeatFile> all = new ArrayList<>();
    for (Declared declared : files) {
      all.add(
          HeartbeatFile.of(endpoints, declared.probe(), below(declared.file()), declared.period()));
    }
    return Heartbeats.start(all, new ShutdownHook(endpoints, times, stop));
  }

  private Path below(Path file) {
    return root.equals(ROOT) || file.getRoot() == null
        ? file
        : root.resolve(file.getRoot().relativize(file).toString());
  }
}
