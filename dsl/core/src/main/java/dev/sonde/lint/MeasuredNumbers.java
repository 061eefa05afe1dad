package dev.sonde.lint;

import static dev.sonde.measured.OrderStatistics.CONFIDENCE;

import dev.sonde.lint.MeasuredBudget.What;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredEvidence;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.OrderStatistics;
import dev.sonde.measured.UpperBound;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.rules.EvidenceRules;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Holds the declared numbers of a container against what was measured of it. */
final class MeasuredNumbers {

  /** Judgement, not statistics: other nodes, cold caches, noisy neighbours. */
  private static final int MARGIN = 2;

  private static final long SECOND = 1000;

  private final ContainerView container;
  private final MeasuredSeries series;
  private final List<Finding> general = new ArrayList<>();
  private final List<MeasuredBudget> budgets = new ArrayList<>();

  private MeasuredNumbers(ContainerView container, MeasuredSeries series) {
    this.container = container;
    this.series = series;
  }

  /** Says what the evidence of a container says against it. */
  static void check(ContainerView container, Consumer<Finding> found) {
    List<JudgedSeries> judged = judge(container);
    judged.stream().flatMap(JudgedSeries::findings).forEach(found);
    if (judged.isEmpty() && !container.context().measured().isEmpty()) {
      MeasuredSeries other = container.context().measured().get(0).series();
      found.accept(
          EvidenceRules.MEASURED_ELSEWHERE.finding(
              container.path().field("resources"),
              "%s was measured with %s, and not under the limits that it has here."
                  .formatted(container.words(), other.limits().words()),
              "Measure it under these limits."));
    }
  }

  /** {@return what was measured under the container's own limit, beside its numbers} */
  static List<JudgedSeries> judge(ContainerView container) {
    return container.context().measured().stream()
        .filter(evidence -> fits(container, evidence.series()))
        .map(evidence -> new MeasuredNumbers(container, evidence.series()).judged(evidence))
        .toList();
  }

  private static boolean fits(ContainerView container, MeasuredSeries series) {
    OptionalLong limit = container.context().cpuLimitMillis();
    return series.limits().cpuMillis().isPresent() == limit.isPresent()
        && series.limits().cpuMillis().orElse(0) == limit.orElse(0);
  }

  private JudgedSeries judged(MeasuredEvidence evidence) {
    checkAge(evidence.age());
    checkStarts();
    container.startBound().ifPresent(this::start);
    container.probes().forEach(this::answers);
    container.probe(ProbeKind.READINESS).ifPresent(this::served);
    container.gracePeriodSeconds().ifPresent(this::stop);
    return new JudgedSeries(container.path(), evidence, general, budgets);
  }

  private void checkAge(MeasuredEvidence.Age age) {
    if (age == MeasuredEvidence.Age.OUTDATED) {
      general.add(
          EvidenceRules.MEASURED_OUTDATED.finding(
              container.path(),
              "%s was measured with code other than the current.".formatted(container.words()),
              "Measure it again."));
    } else if (age == MeasuredEvidence.Age.UNKNOWN) {
      cannotTellAge(
          "what was measured of %s is not there", "Build it before, or measure it again.");
    } else if (age == MeasuredEvidence.Age.UNNAMED) {
      cannotTellAge(
          "the measurement of %s names no code",
          "Measure it again, and name its folder of classes, archive or program by --subject.");
    }
  }

  private void cannotTellAge(String why, String remedy) {
    general.add(
        EvidenceRules.MEASURED_OUTDATED
            .finding(
                container.path(),
                (why + ", so nobody can tell whether it is this code.")
                    .formatted(container.words()),
                remedy)
            .withSeverity(Severity.INFO));
  }

  private void checkStarts() {
    if (series.runs().failed() > 0) {
      general.add(
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

  private void start(ProbeView probe) {
    Distribution starts =
        series.probe(probe.kind()).map(MeasuredProbe::firstSuccess).orElse(Distribution.NONE);
    if (starts.isEmpty()) {
      return;
    }
    UpperBound longest = new UpperBound(starts.largest().orElseThrow(), false);
    Duration worst = Duration.ofMillis(longest.value());
    Duration wanted = worst.multipliedBy(MARGIN);
    Duration guaranteed = probe.budget().guaranteedStart();
    Optional<Finding> finding = Optional.empty();
    if (guaranteed.compareTo(wanted) < 0) {
      Finding tooShort =
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
      finding = Optional.of(orError(tooShort, guaranteed.compareTo(worst) < 0));
    }
    budgets.add(
        new MeasuredBudget(
            What.START,
            Optional.of(probe.kind()),
            Optional.empty(),
            series.runs().failed(),
            starts,
            longest,
            guaranteed,
            wanted,
            finding));
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

  /** Nobody asks a startup probe once it has succeeded. */
  private void answers(ProbeView probe) {
    MeasuredProbe measured = series.probe(probe.kind()).orElse(MeasuredProbe.NONE);
    for (AnswerPhase phase : AnswerPhase.values()) {
      if (phase == AnswerPhase.FIRST_TEN_SECONDS || probe.kind() != ProbeKind.STARTUP) {
        answers(probe, phase, measured.in(phase));
      }
    }
  }

  private void answers(ProbeView probe, AnswerPhase phase, MeasuredAnswers answers) {
    Distribution latency = answers.latency();
    latency
        .bound()
        .ifPresent(
            bound ->
                budgets.add(
                    new MeasuredBudget(
                        What.ANSWERS,
                        Optional.of(probe.kind()),
                        Optional.of(phase),
                        answers.failed(),
                        latency,
                        bound,
                        Duration.ofSeconds(probe.timing().timeoutSeconds()),
                        Duration.ofSeconds(wholeSeconds(bound.value())),
                        tooLate(probe, phase, latency, bound))));
  }

  private Optional<Finding> tooLate(
      ProbeView probe, AnswerPhase phase, Distribution latency, UpperBound bound) {
    long timeout = probe.timing().timeoutSeconds() * SECOND;
    if (bound.value() <= timeout) {
      return Optional.empty();
    }
    String says =
        bound.isConfident()
            ? "99 %% take at most %s, with 95 %% confidence"
            : "the longest took %s, which is all that so few allow to say";
    return Optional.of(
        EvidenceRules.MEASURED_TIMEOUT.finding(
            probe.path().field("timeoutSeconds"),
            "%d of %d answers to %s %s took longer than its timeoutSeconds = %d with %s; %s."
                .formatted(
                    latency.countAbove(timeout),
                    latency.size(),
                    probe.words(),
                    phase.words(),
                    probe.timing().timeoutSeconds(),
                    series.limits().words(),
                    says.formatted(DurationWords.of(Duration.ofMillis(bound.value())))),
            "Set timeoutSeconds to %d, or raise the limit of CPU."
                .formatted(wholeSeconds(bound.value()))));
  }

  private void stop(long grace) {
    if (series.runs().killed() > 0) {
      general.add(
          EvidenceRules.MEASURED_STOP
              .finding(
                  container.path().field("lifecycle"),
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
    UpperBound longest = new UpperBound(stops.largest().orElseThrow(), false);
    budgets.add(
        new MeasuredBudget(
            What.STOP,
            Optional.empty(),
            Optional.empty(),
            series.runs().killed(),
            stops,
            longest,
            Duration.ofSeconds(Math.max(0, grace - wait)),
            Duration.ofSeconds(wholeSeconds(MARGIN * longest.value())),
            stopsTooLate(grace, wait, stops)));
  }

  private Optional<Finding> stopsTooLate(long grace, long wait, Distribution stops) {
    long longest = stops.largest().orElseThrow();
    long wanted = wholeSeconds(MARGIN * longest);
    if (grace - wait >= wanted) {
      return Optional.empty();
    }
    Finding tooShort =
        EvidenceRules.MEASURED_STOP.finding(
            container.path().field("lifecycle"),
            "%s has %d s to stop; its preStop hook waits %d s, and the longest of %d measured stops took %s."
                .formatted(
                    container.words(),
                    grace,
                    wait,
                    stops.size(),
                    DurationWords.of(Duration.ofMillis(longest))),
            "Set terminationGracePeriodSeconds to %d.".formatted(wait + wanted));
    return Optional.of(orError(tooShort, (grace - wait) * SECOND < longest));
  }

  private void served(ProbeView readiness) {
    Distribution served = series.stop().served();
    if (served.isEmpty()) {
      return;
    }
    long needed = ShutdownTiming.drainSecondsFor(readiness.probe());
    UpperBound shortest = new UpperBound(served.smallest().orElseThrow(), false);
    Optional<Finding> finding =
        shortest.value() >= needed * SECOND
            ? Optional.empty()
            : Optional.of(
                EvidenceRules.MEASURED_DRAIN.finding(
                    readiness.path(),
                    "%s served requests for %s after SIGTERM, and %s takes up to %d s to fail and be noticed."
                        .formatted(
                            container.words(),
                            DurationWords.of(Duration.ofMillis(shortest.value())),
                            readiness.words(),
                            needed),
                    "Drain for %d s, or make readiness fail sooner.".formatted(needed)));
    Duration drain = Duration.ofSeconds(needed);
    budgets.add(
        new MeasuredBudget(
            What.SERVED,
            Optional.of(ProbeKind.READINESS),
            Optional.empty(),
            0,
            served,
            shortest,
            drain,
            drain,
            finding));
  }

  private static Finding orError(Finding finding, boolean error) {
    return error ? finding.withSeverity(Severity.ERROR) : finding;
  }

  private static long wholeSeconds(long millis) {
    return (millis + SECOND - 1) / SECOND;
  }
}
