package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.measured.LimitMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to measure.
 *
 * @param command the process and its arguments; empty for one that runs already
 * @param pid the process that runs already, if one is to be looked at
 * @param runs how often it is started, 1 to {@value #MOST_RUNS}
 * @param cpuMillis the limit of its CPU in thousandths of a core; unset if there is none
 * @param memoryMebibytes the limit of its memory; unset if there is none
 * @param method how the CPU is to be limited; unset for the best way that there is
 * @param address the pod's address, for probes without a host
 * @param load the URL that clients ask for, if any
 * @param clients how many of them
 * @param askEvery how often each probe's endpoint is asked, at least 10 ms
 * @param longestStart a run whose probes have not all succeeded by then is given up
 * @param phase how long each phase after the first ten seconds is
 * @param longest no run begins after that time
 * @param subject what is measured, a folder of classes, an archive or a program, if it is known
 * @param dated whether the day is written down
 */
public record MeasureOptions(
    List<String> command,
    Optional<Long> pid,
    int runs,
    OptionalInt cpuMillis,
    OptionalInt memoryMebibytes,
    Optional<LimitMethod> method,
    String address,
    Optional<RequestUrl> load,
    int clients,
    Duration askEvery,
    Duration longestStart,
    Duration phase,
    Duration longest,
    Optional<Path> subject,
    boolean dated) {

  /** The largest number of runs. */
  public static final int MOST_RUNS = 1000;

  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there is nothing to measure, or a value is out of its range
   */
  public MeasureOptions {
    command = List.copyOf(command);
    demand(
        command.isEmpty() == pid.isPresent(),
        "there is nothing to measure. Give either a command behind -- (in a pom mainClass or"
            + " command), or --pid (pid) of a process that runs.");
    demand(
        runs >= 1 && runs <= MOST_RUNS, "runs = " + runs + " is outside 1 to " + MOST_RUNS + ".");
    demand(clients >= 1 && clients <= 1000, "clients = " + clients + " is outside 1 to 1000.");
    demand(cpuMillis.orElse(1) >= 1, "a CPU limit is at least 1m.");
    demand(memoryMebibytes.orElse(1) >= 1, "a memory limit is at least 1Mi.");
    demand(
        askEvery.compareTo(SHORTEST_INTERVAL) >= 0,
        "asking every " + askEvery.toMillis() + " ms is too often. Give at least 10ms.");
    demand(
        !longestStart.isZero() && !phase.isNegative() && !longest.isZero(),
        "a time that a run may take is 0.");
  }

  private static void demand(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
