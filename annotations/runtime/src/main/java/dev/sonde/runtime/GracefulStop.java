package dev.sonde.runtime;

import java.util.Objects;

/**
 * Stops the application when the JVM is asked to end, by SIGTERM or {@code System.exit}: for probes
 * that a server of the application's own answers. {@link HealthServer} and {@link Heartbeats} do
 * the same by themselves.
 *
 * <p>Readiness is down at once; the application goes on serving for the time that its container was
 * declared with, and is closed then.
 */
public final class GracefulStop implements AutoCloseable {

  private final ShutdownHook hook;

  private GracefulStop(ShutdownHook hook) {
    this.hook = hook;
  }

  /**
   * Begins to wait for the end of the JVM.
   *
   * @param endpoints what is served
   * @param application what is closed; it returns when all is stopped
   * @return what ends the waiting
   * @throws IllegalStateException if the JVM is ending already
   */
  public static GracefulStop onExit(HealthEndpoints endpoints, AutoCloseable application) {
    Objects.requireNonNull(application, "application");
    StopTimes times = endpoints.stopTimes().orElse(StopTimes.OPEN);
    ShutdownHook hook = new ShutdownHook(endpoints, times, application);
    hook.register();
    return new GracefulStop(hook);
  }

  /** Leaves the end of the JVM to others. */
  @Override
  public void close() {
    hook.unregister();
  }
}
