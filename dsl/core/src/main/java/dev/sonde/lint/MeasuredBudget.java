package dev.sonde.lint;

import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.UpperBound;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import java.time.Duration;
import java.util.Optional;

/**
 * Times that were measured of a container, beside what its numbers grant.
 *
 * @param what what was measured
 * @param probe the probe that it is about, if it is about one
 * @param phase when, of answers
 * @param failed how many attempts were no success, and so have no time
 * @param measured the times, in milliseconds
 * @param bound the one that is held against the budget
 * @param budget what the numbers grant; of {@link What#SERVED} what they need
 * @param wanted the budget that would do
 * @param finding what a rule says against the budget, if it does
 */
public record MeasuredBudget(
    What what,
    Optional<ProbeKind> probe,
    Optional<AnswerPhase> phase,
    int failed,
    Distribution measured,
    UpperBound bound,
    Duration budget,
    Duration wanted,
    Optional<Finding> finding) {

  /** What was measured, in the order in which a container lives through it. */
  public enum What {
    /** From the start of the process to the first success; the budget is the guaranteed start. */
    START,
    /** How long answers took; the budget is the probe's timeout. */
    ANSWERS,
    /** How long requests were still served after SIGTERM; at least as long as the budget. */
    SERVED,
    /** From SIGTERM to the end; the budget is what the preStop hook leaves of the grace period. */
    STOP
  }
}
