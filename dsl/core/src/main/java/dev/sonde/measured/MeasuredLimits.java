package dev.sonde.measured;

import java.util.OptionalInt;

/**
 * The limits that a container was measured under.
 *
 * @param cpuMillis thousandths of a core; unset if there was no limit
 * @param memoryMebibytes unset if there was no limit
 * @param method how the CPU was limited
 */
public record MeasuredLimits(
    OptionalInt cpuMillis, OptionalInt memoryMebibytes, LimitMethod method) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a limit is below 1
   */
  public MeasuredLimits {
    if (cpuMillis.orElse(1) < 1 || memoryMebibytes.orElse(1) < 1) {
      throw new IllegalArgumentException("a limit is at least 1m of CPU, or 1Mi of memory.");
    }
  }

  /** {@return the limits in words, such as {@code 500m of CPU and 512Mi of memory}} */
  public String words() {
    String cpu = cpuMillis.isPresent() ? cpuMillis.getAsInt() + "m of CPU" : "no limit of CPU";
    return memoryMebibytes.isPresent()
        ? cpu + " and " + memoryMebibytes.getAsInt() + "Mi of memory"
        : cpu;
  }
}
