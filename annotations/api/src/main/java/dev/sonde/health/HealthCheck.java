package dev.sonde.health;

/** Answers whether one thing is well. */
@FunctionalInterface
public interface HealthCheck {

  /**
   * Looks and answers.
   *
   * <p>May be called from any thread, though never while an earlier call is still under way. Is
   * interrupted once the answer is no longer waited for; a check that ignores that is reported as
   * hanging, and is not called again before it has returned.
   *
   * @return what was found; never null
   * @throws Exception if the thing is not well, or looking failed; both count as {@link
   *     Health.Status#DOWN}
   */
  Health check() throws Exception;
}
