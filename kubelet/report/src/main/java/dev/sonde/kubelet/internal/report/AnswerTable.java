package dev.sonde.kubelet.internal.report;

import dev.sonde.kubelet.internal.report.model.ReportedAnswer;
import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TimeRange;
import dev.sonde.model.TimingAnswers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions that a report answers, in the order in which a container lives through them. */
final class AnswerTable {

  private static final String NONE = "never: there is no %s probe";
  private static final String DEAF =
      "never: a tcpSocket probe does not notice it, for the kernel accepts connections";

  private final TimingAnswers answers;
  private final List<ReportedAnswer> table = new ArrayList<>();

  private AnswerTable(TimingAnswers answers) {
    this.answers = answers;
  }

  static List<ReportedAnswer> of(TimingAnswers answers) {
    AnswerTable table = new AnswerTable(answers);
    if (!answers.probes().probes().isEmpty()) {
      table.fill();
    }
    return table.table;
  }

  private void fill() {
    startBudget();
    bound("time-to-ready", "Well at once → ready", onANode(answers.startToReady(Duration.ZERO)));
    hang(
        "hang-to-no-traffic",
        "Hang → traffic removed",
        ProbeKind.READINESS,
        answers.hangToNoTraffic());
    recovery();
    hang("hang-to-restart", "Hang → restart decided", ProbeKind.LIVENESS, answers.hangToKill());
    range(
        "failure-to-restart",
        "Failure or refusal → restart decided",
        answers.refusalToKill(),
        NONE.formatted("liveness"));
    if (restarts()) {
      bound("restart-to-gone", "Restart decided → gone", answers.killToGone());
    }
  }

  private boolean restarts() {
    return answers.probes().probes().keySet().stream().anyMatch(ProbeKind::restarts);
  }

  private void startBudget() {
    Optional<Duration> guaranteed = answers.startGuaranteed();
    Optional<Duration> most = answers.startAtMost().map(AnswerTable::onANode);
    String text =
        guaranteed.isPresent() && most.isPresent()
            ? "%s guaranteed, %s at most"
                .formatted(TimeWords.text(guaranteed.get()), TimeWords.text(most.get()))
            : "unbounded: no probe restarts it";
    table.add(new ReportedAnswer("start-budget", "Start-up budget", guaranteed, most, text));
  }

  private void hang(String id, String question, ProbeKind kind, Optional<TimeRange> noticed) {
    boolean asked = answers.probes().probe(kind).isPresent();
    range(id, question, noticed, asked ? DEAF : NONE.formatted(kind.word()));
  }

  private void recovery() {
    Optional<Duration> back = answers.recoveryToTraffic();
    if (back.isPresent()) {
      bound("recovery-to-traffic", "Recovered → traffic back", onANode(back.get()));
    }
  }

  private void bound(String id, String question, Duration worst) {
    table.add(
        new ReportedAnswer(
            id,
            question,
            Optional.empty(),
            Optional.of(worst),
            "at most " + TimeWords.text(worst)));
  }

  /** The worst that a kubelet on a node makes of an ideal one's worst. */
  private static Duration onANode(Duration worst) {
    return worst.plus(TimingAnswers.LATENESS);
  }

  private void range(String id, String question, Optional<TimeRange> ideal, String never) {
    Optional<TimeRange> range =
        ideal.map(bounds -> new TimeRange(bounds.best(), onANode(bounds.worst())));
    table.add(
        new ReportedAnswer(
            id,
            question,
            range.map(TimeRange::best),
            range.map(TimeRange::worst),
            range.map(AnswerTable::text).orElse(never)));
  }

  private static String text(TimeRange range) {
    return range.best().equals(range.worst())
        ? TimeWords.text(range.worst())
        : TimeWords.text(range.best()) + " to " + TimeWords.text(range.worst());
  }
}
