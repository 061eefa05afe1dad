package dev.sonde.kubelet.internal.suggest;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The numbers that one probe could have, the smallest change first. */
final class ProbeChoices {

  /**
   * A probe with other numbers.
   *
   * @param probe the probe
   * @param cost how large the change is: 0 is none
   */
  record Choice(Probe probe, double cost) {}

  /** Besides the period that is there, those that people use. */
  private static final List<Long> PERIODS = List.of(1L, 2L, 3L, 5L, 10L, 15L, 20L, 30L);

  private static final long MOST_FAILURES = 100_000;

  /** A field more that changes is worse than a field that changes more. */
  private static final double FIELD = 100;

  private final ProbeKind kind;
  private final Probe probe;
  private final OptionalLong leastTimeout;
  private final OptionalLong otherGrace;

  /**
   * @param kind which probe
   * @param probe its numbers as they are
   * @param leastTimeout what its answers need, in seconds, if it was measured
   * @param otherGrace a shorter grace period that is long enough, in seconds, if it is known
   */
  ProbeChoices(ProbeKind kind, Probe probe, OptionalLong leastTimeout, OptionalLong otherGrace) {
    this.kind = kind;
    this.probe = probe;
    this.leastTimeout = leastTimeout;
    this.otherGrace = otherGrace;
  }

  /**
   * {@return those that pass, the smallest change first}
   *
   * @param meets what they have to do
   * @param least the least failureThreshold that could, for a period and a timeout
   */
  List<Choice> passing(Predicate<Probe> meets, Thresholds least) {
    List<Choice> choices = new ArrayList<>();
    for (Probe delayed : delays()) {
      for (long period : periods()) {
        for (long timeout : timeouts()) {
          Probe paced =
              with(
                  with(delayed, ProbeField.PERIOD_SECONDS, period),
                  ProbeField.TIMEOUT_SECONDS,
                  timeout);
          addThresholds(choices, paced, meets, least);
        }
      }
    }
    choices.sort(
        Comparator.comparingDouble(Choice::cost)
            .thenComparing(choice -> choice.probe().numbers().toString()));
    return choices;
  }

  /** Finds the least failureThreshold that could do. */
  @FunctionalInterface
  interface Thresholds {
    /**
     * {@return the least failureThreshold}
     *
     * @param probe a probe with its period and timeout
     */
    long of(Probe probe);
  }

  /** Either the threshold that is there, or the nearest to it that passes. */
  private void addThresholds(
      List<Choice> choices, Probe paced, Predicate<Probe> meets, Thresholds least) {
    long now = probe.timing().failureThreshold();
    long lowest = Math.min(Math.max(least.of(paced), 1), MOST_FAILURES);
    long first = Math.max(now, lowest);
    for (long threshold = first; threshold >= lowest; threshold--) {
      Probe candidate = with(paced, ProbeField.FAILURE_THRESHOLD, threshold);
      if (meets.test(candidate)) {
        choices.add(new Choice(candidate, cost(candidate)));
        return;
      }
      if (otherGrace.isPresent() && kind == ProbeKind.LIVENESS) {
        Probe shorter =
            with(candidate, ProbeField.TERMINATION_GRACE_PERIOD_SECONDS, otherGrace.getAsLong());
        if (meets.test(shorter)) {
          choices.add(new Choice(shorter, cost(shorter)));
        }
      }
    }
  }

  private List<Probe> delays() {
    boolean delayed = probe.timing().initialDelaySeconds() > 0;
    return delayed
        ? List.of(probe, with(probe, ProbeField.INITIAL_DELAY_SECONDS, 0))
        : List.of(probe);
  }

  private SortedSet<Long> periods() {
    SortedSet<Long> periods = new TreeSet<>(PERIODS);
    periods.add((long) probe.timing().periodSeconds());
    return periods;
  }

  /** Without evidence nobody knows how long an answer takes: the timeout stays. */
  private SortedSet<Long> timeouts() {
    SortedSet<Long> timeouts = new TreeSet<>();
    long now = probe.timing().timeoutSeconds();
    timeouts.add(Math.max(now, leastTimeout.orElse(now)));
    timeouts.add(leastTimeout.orElse(now));
    return timeouts;
  }

  /** A number that already means the same stays as it is written, or not written. */
  static Probe with(Probe probe, ProbeField field, long number) {
    OptionalLong now = probe.effective(field);
    return now.isPresent() && now.getAsLong() == number
        ? probe
        : probe.toBuilder().number(field, number).build();
  }

  private double cost(Probe candidate) {
    double cost = 0;
    for (ProbeField field : ProbeField.values()) {
      OptionalLong before = probe.effective(field);
      OptionalLong after = candidate.effective(field);
      if (!before.equals(after)) {
        double ratio = (after.orElse(0) + 1.0) / (before.orElse(0) + 1.0);
        cost += FIELD + Math.abs(Math.log(ratio));
      }
    }
    return cost;
  }

  /** {@return the fields in which two probes differ, with both numbers} */
  static Map<ProbeField, List<OptionalLong>> differences(Probe before, Probe after) {
    Map<ProbeField, List<OptionalLong>> found = new EnumMap<>(ProbeField.class);
    for (ProbeField field : ProbeField.values()) {
      OptionalLong old = before.effective(field);
      OptionalLong now = after.effective(field);
      if (!old.equals(now)) {
        found.put(field, List.of(old, now));
      }
    }
    return found;
  }

  /** {@return the least threshold with which a hang of some milliseconds is survived} */
  static long survivingStall(ProbeTiming timing, long stall) {
    long spacing = 1000L * Math.max(timing.periodSeconds(), timing.timeoutSeconds());
    long beyondFirst = stall - 1000L * timing.timeoutSeconds();
    return beyondFirst < 0 ? 1 : 2 + beyondFirst / spacing;
  }
}
