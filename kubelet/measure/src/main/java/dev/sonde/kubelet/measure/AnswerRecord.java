package dev.sonde.kubelet.measure;

import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What one probe's attempts of one run came to. Safe for use by several threads. */
final class AnswerRecord {

  private static final long FIRST_TEN_SECONDS = Duration.ofSeconds(10).toNanos();
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final int TWO_DIGITS = 100;

  private final List<Attempt> attempts = new ArrayList<>();
  private long firstSuccess = -1;
  private String lastFailure = "it was not asked yet";

  /**
   * One attempt.
   *
   * @param due when it was due, in nanoseconds since the start
   * @param done when its answer was there
   * @param success whether it was one
   */
  private record Attempt(long due, long done, boolean success) {}

  synchronized void add(long due, long done, boolean success, String reason) {
    attempts.add(new Attempt(due, done, success));
    if (success) {
      firstSuccess = firstSuccess < 0 ? done : Math.min(firstSuccess, done);
    } else {
      lastFailure = reason;
    }
  }

  /** When the first success was there, in nanoseconds since the start. */
  synchronized OptionalLong firstSuccess() {
    return firstSuccess < 0 ? OptionalLong.empty() : OptionalLong.of(firstSuccess);
  }

  synchronized String lastFailure() {
    return lastFailure;
  }

  /**
   * {@return what is measured of it}
   *
   * @param started whether the process was started, so that there is a first success to speak of
   * @param loadFrom from when clients asked as well, in nanoseconds since the start
   */
  synchronized MeasuredProbe measured(boolean started, long loadFrom) {
    Map<AnswerPhase, List<Long>> latencies = new EnumMap<>(AnswerPhase.class);
    Map<AnswerPhase, Integer> failed = new EnumMap<>(AnswerPhase.class);
    for (Attempt attempt : attempts) {
      boolean tooEarly = firstSuccess < 0 || attempt.due() < firstSuccess;
      if (attempt.success() || !tooEarly) {
        AnswerPhase phase = phase(attempt.due(), started, loadFrom);
        if (attempt.success()) {
          latencies
              .computeIfAbsent(phase, any -> new ArrayList<>())
              .add(rounded(millis(attempt.done() - attempt.due())));
        } else {
          failed.merge(phase, 1, Integer::sum);
        }
      }
    }
    Map<AnswerPhase, MeasuredAnswers> answers = new EnumMap<>(AnswerPhase.class);
    for (AnswerPhase phase : AnswerPhase.values()) {
      List<Long> values = latencies.getOrDefault(phase, List.of());
      int failures = failed.getOrDefault(phase, 0);
      if (!values.isEmpty() || failures > 0) {
        answers.put(
            phase,
            new MeasuredAnswers(
                Distribution.of(values.stream().mapToLong(Long::longValue)), failures));
      }
    }
    LongStream first =
        started && firstSuccess >= 0 ? LongStream.of(millis(firstSuccess)) : LongStream.empty();
    return new MeasuredProbe(Distribution.of(first), answers);
  }

  private AnswerPhase phase(long due, boolean started, long loadFrom) {
    if (started && due < firstSuccess + FIRST_TEN_SECONDS) {
      return AnswerPhase.FIRST_TEN_SECONDS;
    }
    return due >= loadFrom ? AnswerPhase.UNDER_LOAD : AnswerPhase.AT_REST;
  }

  /** Whole milliseconds, rounded up. */
  static long millis(long nanos) {
    return (nanos + MILLI - 1) / MILLI;
  }

  /** Two significant digits, rounded up, so that a distribution stays short. */
  static long rounded(long value) {
    long unit = 1;
    while (value > TWO_DIGITS * unit) {
      unit *= 10;
    }
    return (value + unit - 1) / unit * unit;
  }
}
