package dev.sonde.kubelet.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** How busy the machine is, with everything that runs on it; Linux alone says so. */
final class MachineLoad {

  private static final double TICK_SECONDS = 0.01;
  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int ALL = 8;
  private static final double TOLERANCE = 0.1;

  private final long since = System.nanoTime();
  private final OptionalDouble before = busySeconds();

  /**
   * Tells whether others left less of the machine than a limit allows.
   *
   * @param own the CPU time that the measured process used since then
   * @param cores what it was allowed to use
   */
  boolean disturbs(Duration own, double cores) {
    double wall = (System.nanoTime() - since) / 1e9;
    OptionalDouble now = busySeconds();
    if (before.isEmpty() || now.isEmpty() || wall <= 0) {
      return false;
    }
    double others = (now.getAsDouble() - before.getAsDouble() - own.toNanos() / 1e9) / wall;
    return others > Runtime.getRuntime().availableProcessors() - cores + TOLERANCE;
  }

  private static OptionalDouble busySeconds() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      List<Long> ticks =
          Arrays.stream(lines.findFirst().orElse("").split(" +"))
              .skip(1)
              .limit(ALL)
              .map(Long::valueOf)
              .toList();
      long idle = ticks.get(IDLE) + ticks.get(WAITING);
      long all = ticks.stream().mapToLong(Long::longValue).sum();
      return OptionalDouble.of((all - idle) * TICK_SECONDS);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException notSeen) {
      return OptionalDouble.empty();
    }
  }
}
