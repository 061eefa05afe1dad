package dev.sonde.health;

/** Answers whether one thing is well. */
@FunctionalInterface
public interface HealthCheck {

  /**
   * Looks and answers. May be called from any thread, though never twice at the same time; is
   * interrupted when the answer is no longer waited for.
   *
   * @return what was found
   * @throws Exception if the thing is not well, or looking failed; both count as {@link
   *     Health.Status#DOWN}
   */
  Health check() throws Exception;
}
