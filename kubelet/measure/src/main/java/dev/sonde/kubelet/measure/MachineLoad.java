package dev.sonde.kubelet.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How busy the machine was up to a moment, with everything that runs on it; Linux alone says so.
 *
 * @param nanos the moment, of {@link System#nanoTime}
 * @param busy the CPU time of everything
 * @param measuring the part of this process
 */
record MachineLoad(long nanos, Duration busy, Duration measuring) {

  private static final int TICK_MILLIS = 10;
  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int ALL = 8;
  private static final double TOLERANCE = 0.1;

  /**
   * The system counts in whole ticks, user and system apart: so much may two looks at the machine,
   * two at this process and one at the measured one be wrong together.
   */
  private static final double RESOLUTION_SECONDS = 6 * TICK_MILLIS / 1000.0;

  /** The load up to now, where the system tells it. */
  static Optional<MachineLoad> now() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      return Optional.of(
          new MachineLoad(
              System.nanoTime(), busy(lines.findFirst().orElse("")), ProcessFacts.own()));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException notSeen) {
      return Optional.empty();
    }
  }

  /**
   * {@return the CPU time in the first line of {@code /proc/stat}}
   *
   * @param line with ticks since the machine began
   */
  static Duration busy(String line) {
    List<Long> ticks =
        Arrays.stream(line.split(" +")).skip(1).limit(ALL).map(Long::valueOf).toList();
    long idle = ticks.get(IDLE) + ticks.get(WAITING);
    return Duration.ofMillis(
        TICK_MILLIS * (ticks.stream().mapToLong(Long::longValue).sum() - idle));
  }

  /**
   * Tells whether others left less of the machine than a limit allows. What measuring itself takes
   * is shown at its end.
   *
   * @param before the load when the measured process began
   * @param own the CPU time that the measured process used since then
   * @param cores what it was allowed to use
   * @param processors what the machine has
   */
  boolean isDisturbed(MachineLoad before, Duration own, double cores, int processors) {
    double wall = (nanos - before.nanos) / 1e9;
    double others =
        busy.minus(before.busy).minus(own).minus(measuring.minus(before.measuring)).toNanos() / 1e9;
    return others > (processors - cores + TOLERANCE) * wall + RESOLUTION_SECONDS;
  }
}
