package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.kubelet.scenario.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody wants of a container's probes. Its value is milliseconds, or a number of starts.
 */
public enum Objective {
  /** From the moment the application could be ready until the pod is, at most. */
  READY_WITHIN("readyWithin", "ready within %s of the moment the application could be", true),
  /** From a hang until the next instance runs, at most. */
  HANG_RESTARTED_WITHIN("hangRestartedWithin", "a hang is restarted within %s", true),
  /** A hang that long, and then all is well again: nothing is restarted. */
  STALL_SURVIVED("stallSurvived", "a stall of %s is survived", true),
  /** From a hang until no more traffic is sent, at most. */
  TRAFFIC_GONE_WITHIN("trafficGoneWithin", "traffic is gone within %s of a hang", true),
  /** Of so many starts none is killed for being slow. */
  STARTS_SURVIVED("startsSurvived", "probes kill none of %s starts", false);

  private static final long MOST_STARTS = 100_000;
  private static final long MOST_MILLIS = 86_400_000;

  private final String fieldName;
  private final String sentence;
  private final boolean time;

  Objective(String fieldName, String sentence, boolean time) {
    this.fieldName = fieldName;
    this.sentence = sentence;
    this.time = time;
  }

  /**
   * {@return the objective with a name in a document}
   *
   * @param name such as {@code readyWithin}
   */
  static Optional<Objective> named(String name) {
    return Arrays.stream(values()).filter(one -> one.fieldName.equals(name)).findFirst();
  }

  /** {@return the name in a document} */
  public String fieldName() {
    return fieldName;
  }

  /** Tells whether more of it is harder to reach: starts, and a stall's length. */
  boolean growsHarder() {
    return this == STALL_SURVIVED || this == STARTS_SURVIVED;
  }

  /** Tells whether it is a time. */
  boolean isTime() {
    return time;
  }

  /**
   * {@return what is written, if it can be: a duration over 0 of at most a day, or 1 to 100,000
   * starts}
   *
   * @param text such as {@code 30s}, or {@code 10000}
   */
  OptionalLong parse(String text) {
    if (time) {
      return DurationText.parse(text)
          .map(Duration::toMillis)
          .filter(millis -> millis > 0 && millis <= MOST_MILLIS)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
    }
    if (!text.matches("[1-9]\\d{0,5}") || Long.parseLong(text) > MOST_STARTS) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** {@return what can be written} */
  String form() {
    return time ? "a duration such as 30s, at most 24h" : "a number of starts, 1 to 100000";
  }

  /**
   * {@return a value of it in words}
   *
   * @param value milliseconds, or starts
   */
  String words(long value) {
    return time ? TimeWords.text(Duration.ofMillis(value)) : Long.toString(value);
  }

  /**
   * {@return it as a sentence}
   *
   * @param value milliseconds, or starts
   */
  String sentence(long value) {
    return sentence.formatted(words(value));
  }
}
