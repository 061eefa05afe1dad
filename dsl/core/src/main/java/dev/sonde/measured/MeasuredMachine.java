package dev.sonde.measured;

import java.util.Optional;

/**
 * Where it was measured.
 *
 * @param processors how many the machine has
 * @param system its operating system and architecture, such as {@code Linux 6.18 amd64}
 * @param java the version of the application's JVM, if it runs on one
 */
public record MeasuredMachine(int processors, String system, Optional<String> java) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if there is no processor
   */
  public MeasuredMachine {
    if (processors < 1) {
      throw new IllegalArgumentException("processors = " + processors + " is below 1.");
    }
  }
}
