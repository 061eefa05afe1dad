package dev.sonde.rules;

import static dev.sonde.rules.Severity.INFO;
import static dev.sonde.rules.Severity.WARNING;

import java.util.List;

/** What measurements say against declared numbers. {@code dev.sonde.lint} looks for it. */
public final class EvidenceRules {

  /** A start budget below the measured worst start. */
  public static final Rule MEASURED_START =
      rule(
          "measured-start",
          WARNING,
          "The start that the probes guarantee is at least twice the longest start measured.",
          "The container is restarted while it starts. An error where a start that was measured"
              + " would have been ended. Twice is judgement, for other nodes, cold caches and noisy"
              + " neighbours; what the number of starts covers is an order statistic, and said.");

  /** A timeout below the measured answers. */
  public static final Rule MEASURED_TIMEOUT =
      rule(
          "measured-timeout",
          WARNING,
          "A probe waits at least as long as 99 % of its measured answers take, in the first ten"
              + " seconds too.",
          "Answers that come too late count as failures. The bound is an order statistic with 95 %"
              + " confidence; with fewer than 299 answers there is none, and the longest answer"
              + " counts.");

  /** A grace period below the measured stop. */
  public static final Rule MEASURED_STOP =
      rule(
          "measured-stop",
          WARNING,
          "The grace period is at least the preStop hook's wait and twice the longest stop"
              + " measured.",
          "What has not stopped by then is killed in the middle of its work. An error where a stop"
              + " that was measured would have been cut off.");

  /** Served too shortly after SIGTERM. */
  public static final Rule MEASURED_DRAIN =
      rule(
          "measured-drain",
          INFO,
          "After SIGTERM requests were served for as long as readiness takes to fail.",
          "A container that is restarted by a probe stays an endpoint until readiness has failed;"
              + " what comes until then is refused.");

  /** A start that failed while it was measured. */
  public static final Rule MEASURED_FAILURES =
      rule(
          "measured-failures",
          WARNING,
          "Every measured start succeeds.",
          "Starts that ended by themselves or never succeeded are in none of the other numbers.");

  /** Evidence of something else than the code. */
  public static final Rule MEASURED_OUTDATED =
      rule(
          "measured-outdated",
          WARNING,
          "What was measured is the code that is there.",
          "Numbers of other code say nothing certain about this one. That the code is not there to"
              + " be compared is said, too, as information.");

  /** Evidence of other limits or another container. */
  public static final Rule MEASURED_ELSEWHERE =
      rule(
          "measured-elsewhere",
          INFO,
          "A measurement is of a container of these manifests, under its limits.",
          "Another limit has other start times, and another container has nothing to do with it.");

  /** Every rule of this class. */
  public static final List<Rule> ALL =
      List.of(
          MEASURED_START,
          MEASURED_TIMEOUT,
          MEASURED_STOP,
          MEASURED_DRAIN,
          MEASURED_FAILURES,
          MEASURED_OUTDATED,
          MEASURED_ELSEWHERE);

  private EvidenceRules() {}

  private static Rule rule(String id, Severity severity, String summary, String why) {
    return new Rule(id, FindingKind.LINT, severity, summary, why, "Sonde");
  }
}
