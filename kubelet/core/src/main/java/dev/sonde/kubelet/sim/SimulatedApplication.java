package dev.sonde.kubelet.sim;

import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the process in a container does. Immutable.
 *
 * @param startDelay from the kubelet's decision to the process' start: image, sandbox
 * @param startsIn from the process' start to its first answer; until then connections are refused
 * @param takes how long an answer takes
 * @param postStart how long the post-start hook takes
 * @param preStop how long the pre-stop hook takes, unless it is one that sleeps
 * @param stopsIn from {@code SIGTERM} to the process' end; unset means that it ignores the signal
 * @param refusesOnceStopping from {@code SIGTERM} on connections are refused
 * @param exitCode the exit code after {@code SIGTERM}
 * @param completesIn when each instance ends by itself with exit code 0; unset means never
 * @param faults what goes wrong
 * @param randomFaults what goes wrong by chance
 * @param results the outcome of each attempt of a probe over time, instead of all the above; a
 *     moment before the first counts as success
 */
public record SimulatedApplication(
    Duration startDelay,
    Duration startsIn,
    Duration takes,
    Duration postStart,
    Duration preStop,
    Optional<Duration> stopsIn,
    boolean refusesOnceStopping,
    int exitCode,
    Optional<Duration> completesIn,
    List<ApplicationFault> faults,
    List<RandomFault> randomFaults,
    Map<ProbeKind, List<TimedResult>> results) {

  /** The exit code of a process that {@code SIGTERM} ended. */
  public static final int TERMINATED = 143;

  /** An application that is well from its start on, and stops as soon as it is asked to. */
  public static final SimulatedApplication WELL = builder().build();

  /** Copies the collections, so that the value stays what it was. */
  public SimulatedApplication {
    faults = List.copyOf(faults);
    randomFaults = List.copyOf(randomFaults);
    Map<ProbeKind, List<TimedResult>> copies = new EnumMap<>(ProbeKind.class);
    results.forEach((kind, list) -> copies.put(kind, List.copyOf(list)));
    results = Map.copyOf(copies);
  }

  /** {@return a builder of an application that is well} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with what this application does} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.startDelay = startDelay;
    builder.startsIn = startsIn;
    builder.takes = takes;
    builder.postStart = postStart;
    builder.preStop = preStop;
    builder.stopsIn = stopsIn;
    builder.refusesOnceStopping = refusesOnceStopping;
    builder.exitCode = exitCode;
    builder.completesIn = completesIn;
    builder.faults.addAll(faults);
    builder.randomFaults.addAll(randomFaults);
    builder.results.putAll(results);
    return builder;
  }

  /**
   * {@return this application with one more fault}
   *
   * @param fault what goes wrong besides
   */
  public SimulatedApplication with(ApplicationFault fault) {
    return toBuilder().fault(fault).build();
  }

  /** This application in one pod: what comes by chance has its moments. */
  SimulatedApplication drawn(RandomGenerator random, Duration end) {
    if (randomFaults.isEmpty()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.randomFaults.clear();
    randomFaults.forEach(chance -> builder.faults.addAll(chance.drawn(random, end)));
    return builder.build();
  }

  /** Collects what an application does. Not safe for use by several threads. */
  public static final class Builder {
    private Duration startDelay = Duration.ZERO;
    private Duration startsIn = Duration.ZERO;
    private Duration takes = Duration.ZERO;
    private Duration postStart = Duration.ZERO;
    private Duration preStop = Duration.ZERO;
    private Optional<Duration> stopsIn = Optional.of(Duration.ZERO);
    private boolean refusesOnceStopping;
    private int exitCode = TERMINATED;
    private Optional<Duration> completesIn = Optional.empty();
    private final List<ApplicationFault> faults = new ArrayList<>();
    private final List<RandomFault> randomFaults = new ArrayList<>();
    private final Map<ProbeKind, List<TimedResult>> results = new EnumMap<>(ProbeKind.class);

    private Builder() {}

    /**
     * Sets the time from the kubelet's decision to the process' start. Default none.
     *
     * @param time at least 0
     * @return this builder
     */
    public Builder startDelay(Duration time) {
      startDelay = time;
      return this;
    }

    /**
     * Sets the time from the process' start to its first answer. Default none.
     *
     * @param time at least 0
     * @return this builder
     */
    public Builder startsIn(Duration time) {
      startsIn = time;
      return this;
    }

    /**
     * Sets how long an answer takes. Default no time.
     *
     * @param time at least 0
     * @return this builder
     */
    public Builder takes(Duration time) {
      takes = time;
      return this;
    }

    /**
     * Sets how long the post-start hook takes. Default no time.
     *
     * @param time at least 0
     * @return this builder
     */
    public Builder postStart(Duration time) {
      postStart = time;
      return this;
    }

    /**
     * Sets how long the pre-stop hook takes, unless it is one that sleeps. Default no time.
     *
     * @param time at least 0
     * @return this builder
     */
    public Builder preStop(Duration time) {
      preStop = time;
      return this;
    }

    /**
     * Sets the time from {@code SIGTERM} to the process' end. Default none.
     *
     * @param time at least 0
     * @return this builder
     */
    public Builder stopsIn(Duration time) {
      stopsIn = Optional.of(time);
      return this;
    }

    /**
     * Lets the process ignore {@code SIGTERM}.
     *
     * @return this builder
     */
    public Builder ignoresSigterm() {
      stopsIn = Optional.empty();
      return this;
    }

    /**
     * Sets whether connections are refused from {@code SIGTERM} on. Default no.
     *
     * @param refuses they are
     * @return this builder
     */
    public Builder refusesOnceStopping(boolean refuses) {
      refusesOnceStopping = refuses;
      return this;
    }

    /**
     * Sets the exit code after {@code SIGTERM}. Default 143.
     *
     * @param code 0 to 255
     * @return this builder
     */
    public Builder exitCode(int code) {
      exitCode = code;
      return this;
    }

    /**
     * Sets when each instance ends by itself with exit code 0. Default never.
     *
     * @param time from its start
     * @return this builder
     */
    public Builder completesIn(Duration time) {
      completesIn = Optional.of(time);
      return this;
    }

    /**
     * Adds a fault.
     *
     * @param fault what goes wrong
     * @return this builder
     */
    public Builder fault(ApplicationFault fault) {
      faults.add(fault);
      return this;
    }

    /**
     * Adds a fault that comes by chance.
     *
     * @param fault what goes wrong now and then
     * @return this builder
     */
    public Builder fault(RandomFault fault) {
      randomFaults.add(fault);
      return this;
    }

    /**
     * Sets what the attempts of a probe come to over time, instead of all else.
     *
     * @param kind which of the three probes
     * @param over in the order of time
     * @return this builder
     */
    public Builder results(ProbeKind kind, List<TimedResult> over) {
      results.put(kind, List.copyOf(over));
      return this;
    }

    /** {@return the application} */
    public SimulatedApplication build() {
      return new SimulatedApplication(
          startDelay,
          startsIn,
          takes,
          postStart,
          preStop,
          stopsIn,
          refusesOnceStopping,
          exitCode,
          completesIn,
          faults,
          randomFaults,
          results);
    }
  }
}
