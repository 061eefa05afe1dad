package dev.sonde.lint;

import static dev.sonde.measured.OrderStatistics.CONFIDENCE;

import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredEvidence;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.OrderStatistics;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.rules.EvidenceRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Severity;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Holds the declared numbers of a container against what was measured of it. */
final class MeasuredNumbers {

  /** Judgement, not statistics: other nodes, cold caches, noisy neighbours. */
  private static final int MARGIN = 2;

  private static final double SHARE = 0.99;
  private static final long SECOND = 1000;

  private final ContainerView container;
  private final MeasuredSeries series;
  private final Consumer<Finding> found;

  private MeasuredNumbers(ContainerView container, MeasuredSeries series, Consumer<Finding> found) {
    this.container = container;
    this.series = series;
    this.found = found;
  }

  /** Says what the evidence of a container says against it. */
  static void check(ContainerView container, Consumer<Finding> found) {
    boolean any = false;
    for (MeasuredEvidence evidence : container.context().measured()) {
      if (fits(container, evidence.series())) {
        any = true;
        MeasuredNumbers numbers = new MeasuredNumbers(container, evidence.series(), found);
        numbers.checkAge(evidence.age());
        numbers.checkAll();
      }
    }
    if (!any && !container.context().measured().isEmpty()) {
      MeasuredSeries other = container.context().measured().get(0).series();
      found.accept(
          EvidenceRules.MEASURED_ELSEWHERE.finding(
              container.path().field("resources"),
              "%s was measured with %s, and not under the limits that it has here."
                  .formatted(container.words(), other.limits().words()),
              "Measure it under these limits."));
    }
  }

  private static boolean fits(ContainerView container, MeasuredSeries series) {
    OptionalLong limit = container.context().cpuLimitMillis();
    return series.limits().cpuMillis().isPresent() == limit.isPresent()
        && series.limits().cpuMillis().orElse(0) == limit.orElse(0);
  }

  /** Nobody asks a startup probe once it has succeeded. */
  private void checkAll() {
    checkStarts();
    container.startBound().ifPresent(this::checkStart);
    for (ProbeView probe : container.probes()) {
      series
          .probe(probe.kind())
          .ifPresent(
              measured -> {
                checkTimeout(
                    probe,
                    measured.in(AnswerPhase.FIRST_TEN_SECONDS),
                    "in the first ten seconds after its first success");
                if (probe.kind() != ProbeKind.STARTUP) {
                  checkTimeout(
                      probe,
                      measured.in(AnswerPhase.AT_REST).and(measured.in(AnswerPhase.UNDER_LOAD)),
                      "after the first ten seconds");
                }
              });
    }
    container.gracePeriodSeconds().ifPresent(this::checkStop);
    container.probe(ProbeKind.READINESS).ifPresent(this::checkDrain);
  }

  private void checkAge(MeasuredEvidence.Age age) {
    if (age == MeasuredEvidence.Age.OUTDATED) {
      found.accept(
          EvidenceRules.MEASURED_OUTDATED.finding(
              container.path(),
              "%s was measured with other code than what is there now."
                  .formatted(container.words()),
              "Measure it again."));
    } else if (age == MeasuredEvidence.Age.UNKNOWN) {
      found.accept(
          EvidenceRules.MEASURED_OUTDATED
              .finding(
                  container.path(),
                  "what was measured of %s is not there, so nobody can tell whether it is this code."
                      .formatted(container.words()),
                  "Build it before, or measure it again.")
              .withSeverity(Severity.INFO));
    }
  }

  private void checkStarts() {
    if (series.runs().failed() > 0) {
      found.accept(
          EvidenceRules.MEASURED_FAILURES.finding(
              container.path(),
              "%d of %d measured starts of %s failed: %d ended by themselves, %d had no success in time."
                  .formatted(
                      series.runs().failed(),
                      series.runs().all(),
                      container.words(),
                      series.runs().exited(),
                      series.runs().unsuccessful()),
              "Find out why; no number of a probe helps against it."));
    }
  }

  private void checkStart(ProbeView probe) {
    Distribution starts =
        series.probe(probe.kind()).map(MeasuredProbe::firstSuccess).orElse(Distribution.NONE);
    if (starts.isEmpty()) {
      return;
    }
    Duration worst = Duration.ofMillis(starts.largest().orElseThrow());
    Duration wanted = worst.multipliedBy(MARGIN);
    Duration guaranteed = probe.budget().guaranteedStart();
    if (guaranteed.compareTo(wanted) < 0) {
      Finding finding =
          EvidenceRules.MEASURED_START.finding(
              probe.path().field("failureThreshold"),
              "%s guarantees %d s to start; the longest of %d measured starts took %s with %s. %s"
                  .formatted(
                      probe.words(),
                      guaranteed.toSeconds(),
                      starts.size(),
                      DurationWords.of(worst),
                      series.limits().words(),
                      covered(starts.size())),
              startRemedy(probe, wanted));
      found.accept(
          guaranteed.compareTo(worst) < 0 ? finding.withSeverity(Severity.ERROR) : finding);
    }
  }

  private static String startRemedy(ProbeView probe, Duration wanted) {
    if (probe.kind() == ProbeKind.LIVENESS) {
      return "Add a startup probe that guarantees %s.".formatted(DurationWords.of(wanted));
    }
    try {
      return "Set failureThreshold to %d: twice the longest start."
          .formatted(probe.budget().failureThresholdFor(wanted));
    } catch (ArithmeticException tooMany) {
      return "Raise periodSeconds.";
    }
  }

  /** What so many starts allow to say. */
  private static String covered(int starts) {
    return "With 95 %% confidence that covers %d %% of starts."
        .formatted((int) Math.floor(OrderStatistics.covered(starts, CONFIDENCE) * 100));
  }

  private void checkTimeout(ProbeView probe, MeasuredAnswers answers, String when) {
    Distribution latency = answers.latency();
    if (latency.isEmpty()) {
      return;
    }
    OptionalLong bound = latency.upperBound(SHARE, CONFIDENCE);
    long needed = bound.orElse(latency.largest().orElseThrow());
    long timeout = probe.timing().timeoutSeconds() * SECOND;
    if (needed > timeout) {
      String says =
          bound.isPresent()
              ? "99 %% take at most %s, with 95 %% confidence"
              : "the longest took %s, which is all that so few allow to say";
      found.accept(
          EvidenceRules.MEASURED_TIMEOUT.finding(
              probe.path().field("timeoutSeconds"),
              "%d of %d answers to %s %s took longer than its timeoutSeconds = %d with %s; %s."
                  .formatted(
                      latency.countAbove(timeout),
                      latency.size(),
                      probe.words(),
                      when,
                      probe.timing().timeoutSeconds(),
                      series.limits().words(),
                      says.formatted(DurationWords.of(Duration.ofMillis(needed)))),
              "Set timeoutSeconds to %d, or raise the limit of CPU."
                  .formatted(wholeSeconds(needed))));
    }
  }

  private void checkStop(long grace) {
    FieldPath path = container.path().field("lifecycle");
    if (series.runs().killed() > 0) {
      found.accept(
          EvidenceRules.MEASURED_STOP
              .finding(
                  path,
                  "%s had to be killed at the end of %d of %d measured runs."
                      .formatted(
                          container.words(), series.runs().killed(), series.runs().started()),
                  "Make it end on SIGTERM, or raise terminationGracePeriodSeconds.")
              .withSeverity(Severity.ERROR));
    }
    Distribution stops = series.stop().all();
    if (stops.isEmpty()) {
      return;
    }
    long wait = PreStopBeyondGrace.sureWait(container);
    long worst = stops.largest().orElseThrow();
    long wanted = wait + wholeSeconds(MARGIN * worst);
    if (grace < wanted) {
      Finding finding =
          EvidenceRules.MEASURED_STOP.finding(
              path,
              "%s has %d s to stop; its preStop hook waits %d s, and the longest of %d measured stops took %s."
                  .formatted(
                      container.words(),
                      grace,
                      wait,
                      stops.size(),
                      DurationWords.of(Duration.ofMillis(worst))),
              "Set terminationGracePeriodSeconds to %d.".formatted(wanted));
      boolean cutOff = grace * SECOND < wait * SECOND + worst;
      found.accept(cutOff ? finding.withSeverity(Severity.ERROR) : finding);
    }
  }

  private void checkDrain(ProbeView readiness) {
    Distribution served = series.stop().served();
    long needed = ShutdownTiming.drainSecondsFor(readiness.probe());
    if (served.isEmpty() || served.smallest().orElseThrow() >= needed * SECOND) {
      return;
    }
    found.accept(
        EvidenceRules.MEASURED_DRAIN.finding(
            readiness.path(),
            "%s served requests for %s after SIGTERM, and %s takes up to %d s to fail and be heeded."
                .formatted(
                    container.words(),
                    DurationWords.of(Duration.ofMillis(served.smallest().orElseThrow())),
                    readiness.words(),
                    needed),
            "Drain for %d s, or make readiness fail sooner.".formatted(needed)));
  }

  private static long wholeSeconds(long millis) {
    return (millis + SECOND - 1) / SECOND;
  }
}
