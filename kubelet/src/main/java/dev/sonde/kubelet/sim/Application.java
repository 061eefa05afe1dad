package dev.sonde.kubelet.sim;

import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the process in a container does. Every {@code with} method returns a changed copy.
 *
 * @param startDelay from the kubelet's decision to the process' start: image, sandbox
 * @param startsIn from the process' start to its first answer; until then connections are refused
 * @param takes how long an answer takes
 * @param postStart how long the post-start hook takes
 * @param preStop how long the pre-stop hook takes
 * @param stopsIn from {@code SIGTERM} to the process' end; unset means that it ignores the signal
 * @param exitCode the exit code after {@code SIGTERM}
 * @param completesIn when each instance ends by itself with exit code 0; unset means never
 * @param faults what goes wrong
 * @param results the outcome of each attempt of a probe over time, instead of all the above; a
 *     moment before the first counts as success
 */
public record Application(
    Duration startDelay,
    Duration startsIn,
    Duration takes,
    Duration postStart,
    Duration preStop,
    Optional<Duration> stopsIn,
    int exitCode,
    Optional<Duration> completesIn,
    List<Fault> faults,
    Map<ProbeKind, List<TimedResult>> results) {

  /** The exit code of a process that {@code SIGTERM} ended. */
  public static final int TERMINATED = 143;

  /** An application that is well from its start on, and stops as soon as it is told to. */
  public static final Application WELL =
      new Application(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Optional.of(Duration.ZERO),
          TERMINATED,
          Optional.empty(),
          List.of(),
          Map.of());

  /** Copies the collections, so that the value stays what it was. */
  public Application {
    faults = List.copyOf(faults);
    Map<ProbeKind, List<TimedResult>> copies = new EnumMap<>(ProbeKind.class);
    results.forEach((kind, list) -> copies.put(kind, List.copyOf(list)));
    results = Map.copyOf(copies);
  }

  /**
   * {@return this application with another time from its start to its first answer}
   *
   * @param time how long connections are refused
   */
  public Application startingIn(Duration time) {
    return new Application(
        startDelay,
        time,
        takes,
        postStart,
        preStop,
        stopsIn,
        exitCode,
        completesIn,
        faults,
        results);
  }

  /**
   * {@return this application with one more fault}
   *
   * @param fault what goes wrong besides
   */
  public Application with(Fault fault) {
    List<Fault> more = new ArrayList<>(faults);
    more.add(fault);
    return withFaults(more);
  }

  /**
   * {@return this application with other faults}
   *
   * @param others what goes wrong
   */
  public Application withFaults(List<Fault> others) {
    return new Application(
        startDelay,
        startsIn,
        takes,
        postStart,
        preStop,
        stopsIn,
        exitCode,
        completesIn,
        others,
        results);
  }

  /**
   * {@return this application stopping in another time}
   *
   * @param time from {@code SIGTERM} to the process' end
   */
  public Application stoppingIn(Duration time) {
    return new Application(
        startDelay,
        startsIn,
        takes,
        postStart,
        preStop,
        Optional.of(time),
        exitCode,
        completesIn,
        faults,
        results);
  }

  /** {@return this application ignoring {@code SIGTERM}} */
  public Application ignoringSigterm() {
    return new Application(
        startDelay,
        startsIn,
        takes,
        postStart,
        preStop,
        Optional.empty(),
        exitCode,
        completesIn,
        faults,
        results);
  }

  /**
   * {@return this application with hooks}
   *
   * @param afterStart how long the post-start hook takes
   * @param beforeStop how long the pre-stop hook takes
   */
  public Application withHooks(Duration afterStart, Duration beforeStop) {
    return new Application(
        startDelay,
        startsIn,
        takes,
        afterStart,
        beforeStop,
        stopsIn,
        exitCode,
        completesIn,
        faults,
        results);
  }
}
