package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredLimits;
import dev.sonde.measured.MeasuredLoad;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.measured.MeasuredSubject;
import dev.sonde.model.ProbeKind;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Makes one series of many runs. */
final class SeriesSum {

  private final MeasuredTarget target;
  private final MeasureOptions options;
  private final LimitMethod method;
  private final Optional<MeasuredSubject> subject;
  private final Optional<String> java;
  private final List<RunRecord> runs;

  SeriesSum(
      MeasuredTarget target,
      MeasureOptions options,
      LimitMethod method,
      Optional<MeasuredSubject> subject,
      Optional<String> java,
      List<RunRecord> runs) {
    this.target = target;
    this.options = options;
    this.method = method;
    this.subject = subject;
    this.java = java;
    this.runs = runs.stream().filter(run -> run.end() != RunEnd.INTERRUPTED).toList();
  }

  /** The series; none if no run got so far that it says something. */
  Optional<MeasuredSeries> series() {
    List<RunRecord> started = runs.stream().filter(RunRecord::started).toList();
    if (started.isEmpty()) {
      return Optional.empty();
    }
    Map<ProbeKind, MeasuredProbe> probes = new EnumMap<>(ProbeKind.class);
    MeasuredStop stop = MeasuredStop.NONE;
    for (RunRecord run : started) {
      run.probes().forEach((kind, probe) -> probes.merge(kind, probe, SeriesSum::sum));
      stop = sum(stop, run.stop());
    }
    return Optional.of(
        new MeasuredSeries(
            target.found().workload(),
            target.container().name().orElse("application"),
            subject,
            new MeasuredLimits(options.cpuMillis(), options.memoryMebibytes(), method),
            machine(),
            options.dated() ? Optional.of(LocalDate.now(ZoneOffset.UTC)) : Optional.empty(),
            (int) Math.min(Integer.MAX_VALUE, options.askEvery().toMillis()),
            options.load().map(url -> new MeasuredLoad(withoutSecrets(url), options.clients())),
            counts(),
            probes,
            stop,
            distribution(started, RunRecord::cpuMillis),
            distribution(started, RunRecord::memoryMebibytes)));
  }

  /** No user, no query: they may hold what is nobody's business. */
  private static String withoutSecrets(RequestUrl url) {
    URI whole = url.url();
    String port = whole.getPort() < 0 ? "" : ":" + whole.getPort();
    return whole.getScheme() + "://" + whole.getHost() + port + whole.getRawPath();
  }

  private MeasuredMachine machine() {
    return new MeasuredMachine(
        Runtime.getRuntime().availableProcessors(),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1"),
                System.getProperty("os.arch")),
        java);
  }

  private MeasuredRuns counts() {
    return new MeasuredRuns(
        count(RunEnd.COMPLETE),
        count(RunEnd.KILLED),
        count(RunEnd.EXITED),
        count(RunEnd.UNSUCCESSFUL),
        (int) runs.stream().filter(RunRecord::disturbed).count());
  }

  private int count(RunEnd end) {
    return (int) runs.stream().filter(run -> run.end() == end).count();
  }

  private static Distribution distribution(
      List<RunRecord> runs, Function<RunRecord, OptionalLong> value) {
    return Distribution.of(runs.stream().map(value).flatMapToLong(OptionalLong::stream));
  }

  private static MeasuredProbe sum(MeasuredProbe one, MeasuredProbe other) {
    Map<AnswerPhase, MeasuredAnswers> answers = new EnumMap<>(AnswerPhase.class);
    answers.putAll(one.answers());
    other.answers().forEach((phase, more) -> answers.merge(phase, more, MeasuredAnswers::and));
    return new MeasuredProbe(one.firstSuccess().and(other.firstSuccess()), answers);
  }

  private static MeasuredStop sum(MeasuredStop one, MeasuredStop other) {
    return new MeasuredStop(
        one.atRest().and(other.atRest()),
        one.underLoad().and(other.underLoad()),
        one.served().and(other.served()));
  }
}
