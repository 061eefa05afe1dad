package dev.sonde.kubelet.sim;

import dev.sonde.model.Handler;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Something that an application does for a while. Of several at one moment the last one counts.
 *
 * @param does what it does
 * @param from when it begins
 * @param until when it ends; unset means never
 * @param ofContainer both count from the start of each instance of the container, not from the
 *     beginning of the scenario
 * @param probes the probes that notice it; empty means all. A connection alone does not show that a
 *     process hangs or fails: {@code tcpSocket} probes notice only what names them, and refused
 *     connections
 * @param instance the instance that it befalls, from 1; unset means each
 * @param reason what an attempt reports; empty for the effect's own words
 * @param takes how long an answer takes; unset means as long as the application's others
 * @param exitCode the exit code of a process that ends
 */
public record ApplicationFault(
    FaultEffect does,
    Duration from,
    Optional<Duration> until,
    boolean ofContainer,
    Set<ProbeKind> probes,
    OptionalInt instance,
    String reason,
    Optional<Duration> takes,
    int exitCode) {

  /** Copies the probes, so that the value stays what it was. */
  public ApplicationFault {
    probes = probes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(probes));
  }

  /**
   * {@return a fault that begins at a moment of the scenario and never ends by itself}
   *
   * @param does what it does
   * @param from when
   */
  public static ApplicationFault from(Duration from, FaultEffect does) {
    return new ApplicationFault(
        does,
        from,
        Optional.empty(),
        false,
        Set.of(),
        OptionalInt.empty(),
        "",
        Optional.empty(),
        1);
  }

  /**
   * {@return this fault, ending after a while}
   *
   * @param lasts how long it lasts
   */
  public ApplicationFault lasting(Duration lasts) {
    return new ApplicationFault(
        does,
        from,
        Optional.of(from.plus(lasts)),
        ofContainer,
        probes,
        instance,
        reason,
        takes,
        exitCode);
  }

  /** {@return this fault, counted from the start of each instance of the container} */
  public ApplicationFault sinceContainerStart() {
    return new ApplicationFault(does, from, until, true, probes, instance, reason, takes, exitCode);
  }

  /**
   * {@return this fault, noticed by some probes only}
   *
   * @param first one of them
   * @param others more of them
   */
  public ApplicationFault noticedBy(ProbeKind first, ProbeKind... others) {
    Set<ProbeKind> some = EnumSet.of(first, others);
    return new ApplicationFault(
        does, from, until, ofContainer, some, instance, reason, takes, exitCode);
  }

  /**
   * {@return this fault, befalling one instance of the container only}
   *
   * @param number the instance, from 1
   */
  public ApplicationFault ofInstance(int number) {
    return new ApplicationFault(
        does, from, until, ofContainer, probes, OptionalInt.of(number), reason, takes, exitCode);
  }

  /**
   * {@return this fault with words of its own}
   *
   * @param words what an attempt reports
   */
  public ApplicationFault saying(String words) {
    return new ApplicationFault(
        does, from, until, ofContainer, probes, instance, words, takes, exitCode);
  }

  /**
   * {@return this fault with answers that take their time}
   *
   * @param time how long an answer takes
   */
  public ApplicationFault taking(Duration time) {
    return new ApplicationFault(
        does, from, until, ofContainer, probes, instance, reason, Optional.of(time), exitCode);
  }

  /** Tells whether a probe notices it. */
  boolean reaches(ProbeKind kind, Optional<Handler> handler) {
    if (!probes.isEmpty()) {
      return probes.contains(kind);
    }
    return does == FaultEffect.REFUSES || handler.map(Handler::noticesHang).orElse(true);
  }
}
