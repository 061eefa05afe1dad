package dev.sonde.kubelet.internal.prober;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.VirtualLoop;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;

/** One worker on virtual time, a container that the test changes, and a record of what happens. */
final class WorkerBench implements WorkerListener {

  /** An attempt: what it comes to and how many seconds it takes. */
  record Answer(AttemptOutcome outcome, double seconds) {}

  final VirtualLoop loop = new VirtualLoop();
  final List<String> log = new ArrayList<>();
  final List<Double> attempts = new ArrayList<>();
  final ResultStore results = new ResultStore();
  final ProbeKind kind;

  Optional<ProbeTarget> target = Optional.of(running(1, 0, false));
  DoubleFunction<Answer> application = at -> new Answer(AttemptOutcome.failure("no"), 0);
  double kubeletStartedAt = -1_000_000;
  boolean extraTryRestartsTicker = true;
  boolean keepsStatusOverRestart = true;

  private final ProbeTiming timing;
  private Optional<ProbeWorker> worker = Optional.empty();

  WorkerBench(ProbeKind kind, ProbeTiming timing) {
    this.kind = kind;
    this.timing = timing;
    if (kind != ProbeKind.STARTUP) {
      target = Optional.of(running(1, 0, true));
    }
  }

  static ProbeTiming timing(int delay, int period, int success, int failure) {
    return Probe.builder()
        .initialDelaySeconds(delay)
        .periodSeconds(period)
        .successThreshold(success)
        .failureThreshold(failure)
        .build()
        .timing();
  }

  static WorkerBench liveness(int period, int failure) {
    return new WorkerBench(ProbeKind.LIVENESS, timing(0, period, 1, failure));
  }

  static WorkerBench readiness(int period, int success, int failure) {
    return new WorkerBench(ProbeKind.READINESS, timing(0, period, success, failure));
  }

  static WorkerBench startup(int period, int failure) {
    return new WorkerBench(ProbeKind.STARTUP, timing(0, period, 1, failure));
  }

  static ProbeTarget running(int instance, double startedAt, boolean started) {
    return new ProbeTarget(
        false, true, instance, ContainerState.RUNNING, nanos(startedAt), started);
  }

  static ProbeTarget state(ContainerState state, boolean restartable) {
    return new ProbeTarget(false, restartable, 1, state, 0, false);
  }

  static long nanos(double seconds) {
    return Math.round(seconds * NanoTime.PER_SECOND);
  }

  WorkerBench start() {
    ProberConfig config =
        new ProberConfig(
            loop,
            new SplittableRandom(7),
            nanos(kubeletStartedAt),
            extraTryRestartsTicker,
            keepsStatusOverRestart);
    ProbeWorker created =
        new ProbeWorker(kind, timing, config, () -> target, this::attempt, results, this);
    worker = Optional.of(created);
    created.start();
    return this;
  }

  ProbeWorker worker() {
    return worker.orElseThrow();
  }

  WorkerBench until(double seconds) {
    loop.runUntil(nanos(seconds));
    return this;
  }

  void at(double seconds, Runnable change) {
    loop.at(nanos(seconds), change);
  }

  private void attempt(java.util.function.Consumer<AttemptOutcome> done) {
    attempts.add(seconds());
    Answer answer = application.apply(seconds());
    if (answer.seconds() == 0) {
      done.accept(answer.outcome());
    } else {
      loop.at(loop.now() + nanos(answer.seconds()), () -> done.accept(answer.outcome()));
    }
  }

  private double seconds() {
    return (double) loop.now() / NanoTime.PER_SECOND;
  }

  private void note(String what) {
    log.add(NanoTime.exactSeconds(loop.now()).toPlainString() + " " + what);
  }

  Optional<ProbeResult> result() {
    return results.get(target.map(ProbeTarget::instance).orElse(0));
  }

  @Override
  public void jittered(ProbeKind kind, long until) {
    note("jittered");
  }

  @Override
  public void tried(
      ProbeKind kind, int instance, AttemptOutcome outcome, long began, int run, int threshold) {
    note(outcome.verdict().word() + " " + run);
  }

  @Override
  public void errored(ProbeKind kind, int instance, AttemptOutcome outcome, int attempts) {
    note("error after " + attempts);
  }

  @Override
  public void changed(ProbeKind kind, int instance, ProbeResult result, boolean initial) {
    note((initial ? "initial " : "stored ") + result.word() + " for " + instance);
  }

  @Override
  public void ended(ProbeKind kind) {
    note("ended");
  }
}
