package dev.sonde.processor.plan;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.CheckFacts;
import dev.sonde.lint.ProbeLint;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.CheckTraits;
import dev.sonde.processor.read.DeclaredPolicy;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.rules.Finding;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for advice on the probes of a container, with what the code knows about itself. */
final class ProbeAdvice {

  private final ProbeSet probes;
  private final Map<ProbeKind, ProbePlanner> planned;
  private final SourcePlace ofSignal;
  private final SourcePlace place;
  private final List<SourceProblem> problems = new ArrayList<>();

  private ProbeAdvice(
      ProbeSet probes,
      Map<ProbeKind, ProbePlanner> planned,
      SourcePlace ofSignal,
      SourcePlace place) {
    this.probes = probes;
    this.planned = planned;
    this.ofSignal = ofSignal;
    this.place = place;
  }

  /**
   * {@return the advice} What is merely good to know is left out: every build would print it.
   *
   * @param planned how the probes came about
   * @param served whether code of this compilation answers some of them, so that it runs on a JVM
   * @param shutdown how it stops, if that was declared
   * @param ofSignal where the signal that stops the container is set
   * @param place where advice on the whole is reported
   */
  static List<SourceProblem> on(
      ProbeSet probes,
      Map<ProbeKind, ProbePlanner> planned,
      boolean served,
      Optional<ShutdownTiming> shutdown,
      SourcePlace ofSignal,
      SourcePlace place) {
    ProbeAdvice advice = new ProbeAdvice(probes, planned, ofSignal, place);
    advice.askAboutProbes(served, shutdown);
    for (ProbePlanner probe : planned.values()) {
      for (NamedCheck check : probe.checks()) {
        advice.askAbout(check, probe.kind());
      }
    }
    return advice.problems;
  }

  private void askAboutProbes(boolean served, Optional<ShutdownTiming> shutdown) {
    ApplicationFacts facts = served ? ApplicationFacts.JVM : ApplicationFacts.UNKNOWN;
    ProbePlanner startup = planned.get(ProbeKind.STARTUP);
    if (startup != null && startup.startsWithin().isPresent()) {
      facts = facts.withWorstStart(startup.startsWithin().get());
    }
    if (shutdown.isPresent() && isReadinessAskedByHttp()) {
      facts = facts.withDrainSeconds(shutdown.get().drainSeconds());
    }
    for (Finding finding : ProbeLint.check(probes, facts)) {
      add(finding, placeOf(finding));
    }
  }

  /** What writes files for its probes has seldom traffic to lose. */
  private boolean isReadinessAskedByHttp() {
    Optional<Probe> readiness = probes.probe(ProbeKind.READINESS);
    return readiness.isPresent()
        && readiness.get().handler().isPresent()
        && readiness.get().handler().get() instanceof HttpGet;
  }

  /** One at a time: a finding does not tell which check it means. */
  private void askAbout(NamedCheck named, ProbeKind kind) {
    CheckTraits traits = named.check().traits();
    Optional<PlacedValue<Long>> deadline = deadline(traits);
    if (traits.external().isEmpty() && deadline.isEmpty()) {
      return;
    }
    CheckFacts check =
        new CheckFacts(
            named.name(),
            kind,
            deadline.isPresent()
                ? Optional.of(Duration.ofMillis(deadline.get().value()))
                : Optional.empty(),
            traits.external().isPresent(),
            traits.external().isPresent()
                ? Optional.of(traits.external().get().value())
                : Optional.empty());
    for (Finding finding : ProbeLint.check(probes, ApplicationFacts.UNKNOWN.withChecks(check))) {
      if (finding.ruleId().equals(LintRules.LIVENESS_EXTERNAL.id())) {
        add(finding, named.place());
      } else if (finding.ruleId().equals(LintRules.CHECK_DEADLINE.id())) {
        add(finding, deadline.isPresent() ? deadline.get().place() : named.place());
      }
    }
  }

  private static Optional<PlacedValue<Long>> deadline(CheckTraits traits) {
    return traits.policy().isPresent()
        ? Optional.ofNullable(traits.policy().get().numbers().get(DeclaredPolicy.DEADLINE))
        : Optional.empty();
  }

  private void add(Finding finding, SourcePlace where) {
    if (finding.severity() != Severity.INFO) {
      problems.add(SourceProblem.of(finding, where));
    }
  }

  private SourcePlace placeOf(Finding finding) {
    String path = finding.focus().toString();
    for (Map.Entry<ProbeKind, ProbePlanner> entry : planned.entrySet()) {
      if (path.startsWith(entry.getKey().fieldName())) {
        return entry.getValue().placeOf(finding.focus()).orElse(place);
      }
    }
    return path.equals("lifecycle.stopSignal") ? ofSignal : place;
  }
}
