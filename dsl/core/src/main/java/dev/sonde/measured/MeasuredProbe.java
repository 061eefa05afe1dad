package dev.sonde.measured;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one probe's endpoint did.
 *
 * @param firstSuccess from the start of the process until its first success was there, in
 *     milliseconds, one value of each run that got so far; however long the answer took
 * @param answers its answers after that, phase by phase
 */
public record MeasuredProbe(Distribution firstSuccess, Map<AnswerPhase, MeasuredAnswers> answers) {

  /** Nothing was measured. */
  public static final MeasuredProbe NONE = new MeasuredProbe(Distribution.NONE, Map.of());

  /** Sorts and copies the answers, so that the value stays what it was. */
  public MeasuredProbe {
    Map<AnswerPhase, MeasuredAnswers> sorted = new EnumMap<>(AnswerPhase.class);
    sorted.putAll(answers);
    answers = Collections.unmodifiableMap(sorted);
  }

  /**
   * {@return the answers of a phase; none if it was not measured}
   *
   * @param phase the phase
   */
  public MeasuredAnswers in(AnswerPhase phase) {
    return answers.getOrDefault(phase, MeasuredAnswers.NONE);
  }
}
