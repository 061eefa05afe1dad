package dev.sonde.runtime;

import dev.sonde.runtime.internal.log.HealthLog;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens when the JVM is asked to end, by SIGTERM or {@code System.exit}: readiness is down
 * at once; for a while all goes on, so that clients learn of it; then the application stops.
 * Endpoints are answered until the JVM is gone.
 */
final class ShutdownHook {

  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  private final HealthEndpoints endpoints;
  private final StopTimes times;
  private final AutoCloseable application;
  private final Thread thread;

  ShutdownHook(HealthEndpoints endpoints, StopTimes times, AutoCloseable application) {
    this.endpoints = endpoints;
    this.times = times;
    this.application = application;
    this.thread = new Thread(null, this::run, "sonde-" + endpoints.container() + "-shutdown");
  }

  /** Tells when other times are taken than the manifest knows of. */
  void logTimes() {
    Optional<StopTimes> declared = endpoints.stopTimes().filter(known -> !known.equals(times));
    if (declared.isEmpty()) {
      return;
    }
    String message =
        "\""
            + endpoints.container()
            + "\" takes up to "
            + times
            + ", but its container was declared with "
            + declared.get();
    if (times.isLongerThan(declared.get())) {
      HealthLog.warning(message + ": it may be killed before.", null);
    } else {
      HealthLog.info(message + ".");
    }
  }

  void register() {
    Runtime.getRuntime().addShutdownHook(thread);
  }

  void unregister() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException endingAlready) {
      // Then it has done its work, or is doing it.
    }
  }

  private void run() {
    endpoints.stopping();
    try {
      Thread.sleep(times.drain().toMillis());
    } catch (InterruptedException hurry) {
      HealthLog.lastWarning("Draining \"" + endpoints.container() + "\" was interrupted.", hurry);
    }
    stop();
    awaitListeners();
  }

  /** So that the last findings still get out. */
  private void awaitListeners() {
    try {
      endpoints.awaitListeners(LAST_WORDS);
    } catch (InterruptedException hurry) {
      // Then nobody hears of it.
    }
  }

  /** In a thread of its own, which the JVM does not wait for, so that it can be left behind. */
  private void stop() {
    String name = "sonde-" + endpoints.container() + "-stop";
    Thread stopping = new Thread(null, this::closeApplication, name);
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(times.stop().toMillis());
    } catch (InterruptedException hurry) {
      // Then it has had its time.
    }
    if (stopping.isAlive()) {
      logStillStopping(stopping);
    }
  }

  private void logStillStopping(Thread stopping) {
    Exception where = new Exception("it waits here");
    where.setStackTrace(stopping.getStackTrace());
    HealthLog.lastWarning(
        "\"" + endpoints.container() + "\" has not stopped in time: it had " + times + ".", where);
  }

  private void closeApplication() {
    try {
      application.close();
    } catch (Exception | LinkageError | StackOverflowError failure) {
      HealthLog.lastWarning("\"" + endpoints.container() + "\" has failed to stop.", failure);
    }
  }
}
