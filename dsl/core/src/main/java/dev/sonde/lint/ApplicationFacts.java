package dev.sonde.lint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about the application in a container.
 *
 * @param runsOnJvm whether it runs on a JVM; unset if that is not known
 * @param worstStart the longest that it takes to start, if that was declared
 * @param drainSeconds how long it serves on after SIGTERM, if that is known
 * @param checks the checks behind its probes that are known
 */
public record ApplicationFacts(
    Optional<Boolean> runsOnJvm,
    Optional<Duration> worstStart,
    OptionalInt drainSeconds,
    List<CheckFacts> checks) {

  /** Nothing is known. */
  public static final ApplicationFacts UNKNOWN =
      new ApplicationFacts(Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of());

  /** It runs on a JVM, and nothing else is known. */
  public static final ApplicationFacts JVM =
      new ApplicationFacts(Optional.of(true), Optional.empty(), OptionalInt.empty(), List.of());

  /** Copies the checks, so that the value stays what it was. */
  public ApplicationFacts {
    checks = List.copyOf(checks);
  }

  /**
   * {@return these facts with a worst start}
   *
   * @param duration the longest that the application takes to start
   */
  public ApplicationFacts withWorstStart(Duration duration) {
    return new ApplicationFacts(runsOnJvm, Optional.of(duration), drainSeconds, checks);
  }

  /**
   * {@return these facts with a time of serving on}
   *
   * @param seconds how long the application serves on after SIGTERM
   */
  public ApplicationFacts withDrainSeconds(int seconds) {
    return new ApplicationFacts(runsOnJvm, worstStart, OptionalInt.of(seconds), checks);
  }

  /**
   * {@return these facts with these checks in place of those known}
   *
   * @param checks the checks behind the probes
   */
  public ApplicationFacts withChecks(CheckFacts... checks) {
    return new ApplicationFacts(runsOnJvm, worstStart, drainSeconds, List.of(checks));
  }

  boolean isKnownToRunOnJvm() {
    return runsOnJvm.orElse(false);
  }
}
