package dev.sonde.kubelet.internal.report;

import dev.sonde.kubelet.internal.report.model.ReportPhrases;
import dev.sonde.kubelet.internal.report.model.ReportedBudget;
import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.report.model.ReportedSeries;
import dev.sonde.lint.JudgedSeries;
import dev.sonde.lint.MeasuredBudget;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredEvidence;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.OrderStatistics;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays measurements out beside budgets, with the verdicts of the findings that are reported. */
final class MeasuredTable {

  private final List<ReportedFinding> said;

  private MeasuredTable(List<ReportedFinding> said) {
    this.said = said;
  }

  /**
   * @param judged what was measured of a container
   * @param said what is reported of it, as far as it is wanted
   */
  static List<ReportedSeries> of(List<JudgedSeries> judged, List<ReportedFinding> said) {
    MeasuredTable table = new MeasuredTable(said);
    return judged.stream().filter(one -> !one.budgets().isEmpty()).map(table::series).toList();
  }

  private ReportedSeries series(JudgedSeries judged) {
    MeasuredSeries series = judged.evidence().series();
    return new ReportedSeries(
        "Measured with " + series.limits().words(),
        circumstances(series, judged.evidence().age()),
        judged.budgets().stream().map(this::budget).toList());
  }

  /** A rule that is switched off, or silenced in the manifest, says nothing. */
  private ReportedBudget budget(MeasuredBudget times) {
    Optional<ReportedFinding> reported =
        times.finding().flatMap(found -> said.stream().filter(one -> isOf(found, one)).findFirst());
    String verdict =
        reported
            .map(one -> one.severity().word())
            .orElse(times.finding().isEmpty() ? "holds" : "not judged: switched off");
    return new ReportedBudget(
        title(times),
        times,
        verdict,
        reported.map(ReportedFinding::severity),
        times.finding().map(Finding::ruleId).orElse(""));
  }

  private static boolean isOf(Finding found, ReportedFinding one) {
    return one.ruleId().equals(found.ruleId())
        && one.field().equals(found.focus().toString())
        && one.message().equals(found.message());
  }

  private static String title(MeasuredBudget times) {
    String probe = times.probe().map(ProbeKind::word).orElse("");
    return switch (times.what()) {
      case START -> "Start, " + probe;
      case ANSWERS ->
          "%s, %s"
              .formatted(
                  ReportPhrases.capital(probe), times.phase().map(MeasuredTable::when).orElse(""));
      case SERVED -> "Served after SIGTERM";
      case STOP -> "Stop after preStop";
    };
  }

  private static String when(AnswerPhase phase) {
    return phase == AnswerPhase.FIRST_TEN_SECONDS ? "first 10 s" : phase.words();
  }

  private static String circumstances(MeasuredSeries series, MeasuredEvidence.Age age) {
    MeasuredRuns runs = series.runs();
    MeasuredMachine machine = series.machine();
    List<String> sentences = new ArrayList<>();
    LimitMethod method = series.limits().method();
    sentences.add("How the CPU was limited: %s (%s).".formatted(method.word(), method.worth()));
    sentences.add(
        "%d of %d runs were complete, on %s with %d processors%s%s."
            .formatted(
                runs.complete(),
                runs.all(),
                machine.system(),
                machine.processors(),
                machine.java().map(version -> ", Java " + version).orElse(""),
                series.date().map(day -> ", on " + day).orElse("")));
    if (runs.started() > 0) {
      sentences.add(
          "With 95 %% confidence the longest of %d covers %d %% of starts."
              .formatted(
                  runs.started(),
                  (int)
                      Math.floor(
                          OrderStatistics.covered(runs.started(), OrderStatistics.CONFIDENCE)
                              * 100)));
    }
    if (runs.disturbed() > 0) {
      sentences.add(
          "Other work on the machine disturbed %d of the runs.".formatted(runs.disturbed()));
    }
    series
        .load()
        .ifPresent(
            load -> sentences.add("Load: %d clients of %s.".formatted(load.clients(), load.url())));
    if (age == MeasuredEvidence.Age.OUTDATED) {
      sentences.add("The measured code is not the current code.");
    }
    return String.join(" ", sentences);
  }
}
