package dev.sonde.dsl;

import dev.sonde.model.ShutdownSpec;
import dev.sonde.model.ShutdownTiming;
import java.time.Duration;

/** How an application stops, which decides the preStop hook and the grace period. */
public final class ShutdownStage implements ShutdownSpec {

  private final ShutdownTiming shutdown;

  ShutdownStage(ShutdownTiming shutdown) {
    this.shutdown = shutdown;
  }

  /**
   * Lets a hook sleep before SIGTERM, so that nobody sends requests any more when the application
   * learns of its end.
   *
   * @param sleep at least 0, which is no hook; whole seconds
   * @return this stage with the new value
   * @throws IllegalArgumentException if it is negative or has a fraction of a second
   */
  public ShutdownStage afterPreStop(Duration sleep) {
    int seconds = SetterChecks.wholeSeconds("afterPreStop", sleep, 0);
    return new ShutdownStage(
        new ShutdownTiming(seconds, shutdown.drainSeconds(), shutdown.stopSeconds()));
  }

  /**
   * Lets the application serve on for a while after SIGTERM, with readiness down.
   *
   * @param delay at least 0, whole seconds
   * @return this stage with the new value
   * @throws IllegalArgumentException if it is negative or has a fraction of a second
   */
  public ShutdownStage draining(Duration delay) {
    int seconds = SetterChecks.wholeSeconds("draining", delay, 0);
    return new ShutdownStage(
        new ShutdownTiming(shutdown.preStopSeconds(), seconds, shutdown.stopSeconds()));
  }

  @Override
  public ShutdownTiming shutdown() {
    return shutdown;
  }
}
