package dev.sonde.model;

import java.time.Duration;

/**
 * How long something takes.
 *
 * @param best at the best moment
 * @param worst at the worst moment
 */
public record TimeRange(Duration best, Duration worst) {

  /** {@return both in seconds, such as {@code 20 to 31 s}} */
  @Override
  public String toString() {
    return best.equals(worst)
        ? worst.toSeconds() + " s"
        : best.toSeconds() + " to " + worst.toSeconds() + " s";
  }
}
