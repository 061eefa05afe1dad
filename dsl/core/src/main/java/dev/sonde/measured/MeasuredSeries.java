package dev.sonde.measured;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.WorkloadRef;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of one container under one limit.
 *
 * @param workload the workload that runs it; {@link WorkloadRef#ANY} if it was not known
 * @param container the container's name
 * @param subject what was measured; unset if it could not be seen, as of a process that ran already
 * @param limits the limits it was measured under
 * @param machine where
 * @param date the day, if it was asked for
 * @param askEveryMillis how often each probe's endpoint was asked
 * @param load what clients asked for, if there were any
 * @param runs how the runs ended
 * @param probes what each probe's endpoint did
 * @param stop from SIGTERM to the end
 * @param cpuTime the CPU time until every probe had succeeded, in milliseconds, a value of each
 *     start; none where it cannot be seen
 * @param memory the most memory that was used, in mebibytes, a value of each run; none where it
 *     cannot be seen
 */
public record MeasuredSeries(
    WorkloadRef workload,
    String container,
    Optional<MeasuredSubject> subject,
    MeasuredLimits limits,
    MeasuredMachine machine,
    Optional<LocalDate> date,
    int askEveryMillis,
    Optional<MeasuredLoad> load,
    MeasuredRuns runs,
    Map<ProbeKind, MeasuredProbe> probes,
    MeasuredStop stop,
    Distribution cpuTime,
    Distribution memory) {

  /**
   * Sorts and copies the probes, so that the value stays what it was.
   *
   * @throws IllegalArgumentException if the container has no name, or nothing was asked
   */
  public MeasuredSeries {
    if (container.isBlank() || askEveryMillis < 1) {
      throw new IllegalArgumentException(
          "a series has a container, and asks each 1 ms or less often.");
    }
    Map<ProbeKind, MeasuredProbe> sorted = new EnumMap<>(ProbeKind.class);
    sorted.putAll(probes);
    probes = Collections.unmodifiableMap(sorted);
  }

  /**
   * {@return what a probe's endpoint did, if it was measured}
   *
   * @param kind the probe
   */
  public Optional<MeasuredProbe> probe(ProbeKind kind) {
    return Optional.ofNullable(probes.get(kind));
  }

  /**
   * Tells whether another series is of the same container under the same limits, so that it takes
   * the place of this one.
   *
   * @param other the other series
   */
  public boolean isOfTheSame(MeasuredSeries other) {
    return workload.equals(other.workload)
        && container.equals(other.container)
        && limits.cpuMillis().equals(other.limits.cpuMillis())
        && limits.memoryMebibytes().equals(other.limits.memoryMebibytes());
  }
}
