package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.internal.prober.ProbeTarget;
import dev.sonde.kubelet.internal.prober.ProberConfig;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.util.Optional;
import java.util.OptionalLong;

/** One container of a pod: its instances one after the other, and the waits between them. */
final class ContainerLife {

  private final ContainerSpec spec;
  private final String name;
  private final ContainerKind kind;
  private final ContainerRuntime runtime;
  private final Pod pod;
  private final EventLoop loop;
  private final KubeletConfig config;
  private final ContainerStatus status;
  private ContainerProbes probes;
  private BackOff backOff;
  private OptionalLong kubeletRestartedAt = OptionalLong.empty();

  private int launched;
  private boolean launching;
  private boolean doomed;
  private ContainerRuntime.Instance handle = NoInstance.NONE;
  private Optional<Killing> killing = Optional.empty();
  private long announcedWait = EventLoop.NEVER;

  ContainerLife(
      ContainerSpec spec,
      ContainerKind kind,
      ContainerRuntime runtime,
      Pod pod,
      KubeletConfig config) {
    this.spec = spec;
    this.name = spec.name().orElse(Pod.UNNAMED);
    this.kind = kind;
    this.runtime = runtime;
    this.pod = pod;
    this.loop = config.loop();
    this.config = config;
    this.status = new ContainerStatus(kind);
    this.backOff = new BackOff(config.backOff());
    this.probes = createProbes(config.prober());
  }

  private ContainerProbes createProbes(ProberConfig prober) {
    return new ContainerProbes(spec, kind, runtime, pod, prober, this::target);
  }

  private Optional<ProbeTarget> target() {
    return Optional.of(status.seenByWorkers(pod, restartsAtAll()));
  }

  ContainerSpec spec() {
    return spec;
  }

  ContainerKind kind() {
    return kind;
  }

  ContainerStatus status() {
    return status;
  }

  ContainerProbes probes() {
    return probes;
  }

  /** The kubelet was restarted: new workers, no results, no memory of waits. */
  void kubeletRestarted() {
    probes.stopAll();
    kubeletRestartedAt = OptionalLong.of(loop.now());
    backOff = new BackOff(config.backOff());
    probes = createProbes(config.prober(loop.now()));
    probes.start();
  }

  /** Computes the status anew; says whether an extra readiness try is called for. */
  boolean refreshStatus() {
    boolean wasStarted = status.started();
    boolean wasReady = status.ready();
    status.refresh(probes, settledBeforeKubelet());
    if (status.started() != wasStarted) {
      pod.emit(new ContainerEvent.StartedChanged(loop.now(), name, status.started()));
    }
    if (status.ready() != wasReady) {
      pod.emit(new ContainerEvent.ReadyChanged(loop.now(), name, status.ready()));
    }
    return status.started() && !status.ready();
  }

  private boolean settledBeforeKubelet() {
    return kubeletRestartedAt.isPresent()
        && config
            .prober(kubeletRestartedAt.getAsLong())
            .keepsStatusOf(status.startedAt(), status.running());
  }

  /** Not launched yet, ever. */
  boolean unborn() {
    return launched == 0;
  }

  /** Runs, or is about to. */
  boolean alive() {
    return launching || status.running();
  }

  /** Being killed. */
  boolean dying() {
    return killing.isPresent();
  }

  /** Not to be started again, whatever happens. */
  void doom() {
    doomed = true;
  }

  boolean doomed() {
    return doomed;
  }

  /** Ended, and not to be started again. */
  boolean over() {
    return status.terminated() && !launching && (doomed || !restartsAfter(status.exitCode()));
  }

  /** Ended, and to be started again when its wait is over. */
  boolean awaitsRestart() {
    return status.terminated() && !launching && !over();
  }

  /** The containers after this one may start. */
  boolean letsNextStart() {
    return kind == ContainerKind.INIT ? over() && status.exitCode() == 0 : status.started();
  }

  /** A new instance follows when a probe had this one killed. */
  boolean restartsAtAll() {
    return kind == ContainerKind.SIDECAR || pod.restartPolicy() != RestartPolicy.NEVER;
  }

  private boolean restartsAfter(int exitCode) {
    return switch (kind) {
      case SIDECAR -> true;
      case INIT -> exitCode != 0 && restartsAtAll();
      default -> pod.restartPolicy().restartsAfter(exitCode);
    };
  }

  Optional<ProbeKind> failedProbe() {
    return killing.isPresent() ? Optional.empty() : status.failedProbe(probes);
  }

  void killBecauseOf(ProbeKind probe, OptionalLong deletionGrace, Runnable gone) {
    OptionalLong own =
        spec.probe(probe).map(Probe::terminationGracePeriodSeconds).orElse(OptionalLong.empty());
    long grace =
        GracePeriod.seconds(
            OptionalLong.empty(),
            deletionGrace,
            own,
            pod.spec().effectiveTerminationGracePeriodSeconds());
    kill(KillReason.of(probe), loop.now(), grace, restartsAtAll(), gone);
  }

  /**
   * Kills the instance. The grace period counts from {@code since}, which may have been a while
   * ago.
   */
  void kill(KillReason reason, long since, long graceSeconds, boolean restarts, Runnable gone) {
    pod.emit(
        new ContainerEvent.KillDecided(loop.now(), name, launched, reason, graceSeconds, restarts));
    Killing death = new Killing(loop, handle, since, graceSeconds, this::signalled, gone);
    killing = Optional.of(death);
    death.begin();
  }

  private void signalled(String signal) {
    pod.emit(new ContainerEvent.SignalSent(loop.now(), name, launched, signal));
  }

  /** Starts the container, unless it has to wait after the end of an instance. */
  void restart(OptionalLong deadSince) {
    if (doomed) {
      return;
    }
    if (deadSince.isPresent()) {
      long finished = deadSince.getAsLong();
      if (backOff.until(finished) > loop.now()) {
        return;
      }
      backOff.restarted(loop.now(), finished);
    }
    launch();
  }

  /** Starts the container when its wait is over, and tells of the wait once. */
  void restartWhenDue() {
    long finished = status.finishedAt().orElse(loop.now());
    long due = backOff.until(finished);
    restart(OptionalLong.of(finished));
    if (due > loop.now() && due != announcedWait) {
      announcedWait = due;
      pod.emit(new ContainerEvent.RestartDelayed(loop.now(), name, due, due - finished));
      loop.at(due, pod::requestSync);
    }
  }

  void launch() {
    launching = true;
    int number = ++launched;
    handle =
        runtime.start(
            number,
            new ContainerRuntime.Observer() {
              @Override
              public void running(long since) {
                reportRunning(number, since);
              }

              @Override
              public void exited(int code) {
                reportExit(number, code);
              }
            });
  }

  private void reportRunning(int number, long since) {
    launching = false;
    status.runs(number, since);
    pod.emit(new ContainerEvent.ContainerRunning(loop.now(), name, number));
    pod.requestSync();
  }

  private void reportExit(int number, int code) {
    launching = false;
    status.ended(number, code, loop.now());
    pod.emit(new ContainerEvent.ContainerExited(loop.now(), name, number, code));
    pod.refreshStatus();
    Optional<Killing> death = killing;
    killing = Optional.empty();
    death.ifPresent(Killing::finish);
    pod.containerExited();
  }

  /** Stands in before the first launch. */
  private enum NoInstance implements ContainerRuntime.Instance {
    NONE;

    @Override
    public void terminate() {}

    @Override
    public void kill() {}
  }
}
