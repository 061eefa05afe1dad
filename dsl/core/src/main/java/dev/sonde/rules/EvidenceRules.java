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
          "The start that the probes guarantee is at least twice the longest measured one.",
          "Otherwise the kubelet may restart the container while it starts. It is an error if the "
              + "probes would have ended a measured start. Twice is judgement, for other nodes, "
              + "cold caches and noisy neighbours; the finding says what the number of starts "
              + "covers, an order statistic.");

  /** A timeout below the measured answers. */
  public static final Rule MEASURED_TIMEOUT =
      rule(
          "measured-timeout",
          WARNING,
          "A probe waits at least as long as 99 % of its measured answers take, in the first ten"
              + " seconds too.",
          "Late answers count as failures. The bound is an order statistic with 95 % confidence; "
              + "with fewer than 299 answers it does not exist, and the longest answer counts.");

  /** A grace period below the measured stop. */
  public static final Rule MEASURED_STOP =
      rule(
          "measured-stop",
          WARNING,
          "The grace period is at least the preStop hook's wait and twice the longest stop"
              + " measured.",
          "The kubelet kills a process that has not stopped by then in the middle of its work. It "
              + "is an error if a measured stop would not have fitted.");

  /** Served too shortly after SIGTERM. */
  public static final Rule MEASURED_DRAIN =
      rule(
          "measured-drain",
          INFO,
          "After SIGTERM the application serves requests for as long as readiness takes to fail.",
          "When a probe restarts a container, it stays an endpoint until readiness has failed; "
              + "clients lose the requests until then.");

  /** A start that failed while it was measured. */
  public static final Rule MEASURED_FAILURES =
      rule(
          "measured-failures",
          WARNING,
          "Every measured start succeeds.",
          "The other numbers leave out starts that ended by themselves or never succeeded.");

  /** Evidence of something else than the code. */
  public static final Rule MEASURED_OUTDATED =
      rule(
          "measured-outdated",
          WARNING,
          "The measurement is of the current code.",
          "Numbers of other code say nothing certain about this one. If the code is missing, the "
              + "rule says so, as information.");

  /** Evidence of other limits or another container. */
  public static final Rule MEASURED_ELSEWHERE =
      rule(
          "measured-elsewhere",
          INFO,
          "These manifests have the measured container, with the limits of the measurement.",
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
