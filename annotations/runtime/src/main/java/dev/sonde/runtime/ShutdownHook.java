package dev.sonde.runtime;

import java.time.Duration;

/**
 * What happens when the JVM is told to end, by SIGTERM or {@code System.exit}: readiness is down at
 * once; for a while all goes on, so that whoever still sends requests learns of it; then the
 * application stops. Endpoints are answered until the JVM is gone.
 */
final class ShutdownHook {

  private final HealthEndpoints endpoints;
  private final Duration drain;
  private final Runnable stop;
  private final Thread thread;

  ShutdownHook(HealthEndpoints endpoints, Duration drain, Runnable stop) {
    this.endpoints = endpoints;
    this.drain = drain;
    this.stop = stop;
    this.thread = new Thread(null, this::run, "sonde-" + endpoints.container() + "-shutdown");
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
      Thread.sleep(drain.toMillis());
    } catch (InterruptedException hurry) {
      HealthLog.warning("Draining \"" + endpoints.container() + "\" was interrupted.", hurry);
    }
    stop.run();
  }
}
