package dev.sonde.kubelet.pod;

import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.prober.ContainerState;
import dev.sonde.kubelet.prober.ProbeResult;
import dev.sonde.kubelet.prober.ProbeTarget;
import dev.sonde.kubelet.time.EventLoop;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.util.Optional;
import java.util.OptionalLong;

/** One container of a pod: its instances one after the other, its status, its restarts. */
final class ContainerLife {

  private final ContainerSpec spec;
  private final String name;
  private final ContainerRuntime runtime;
  private final Pod pod;
  private final EventLoop loop;
  private final ContainerProbes probes;
  private final BackOff backOff;

  private int launched;
  private boolean launching;
  private ContainerRuntime.Instance handle = NoInstance.NONE;
  private Optional<Killing> killing = Optional.empty();

  private int instance;
  private ContainerState state = ContainerState.WAITING;
  private long startedAt;
  private OptionalLong finishedAt = OptionalLong.empty();
  private int exitCode;
  private boolean started;
  private boolean ready;
  private long announcedWait = EventLoop.NEVER;

  ContainerLife(ContainerSpec spec, ContainerRuntime runtime, Pod pod, KubeletConfig config) {
    this.spec = spec;
    this.name = Pod.nameOf(spec);
    this.runtime = runtime;
    this.pod = pod;
    this.loop = config.loop();
    this.backOff = new BackOff(config.backOff());
    this.probes = new ContainerProbes(spec, runtime, pod, config, this::target);
  }

  ContainerProbes probes() {
    return probes;
  }

  boolean running() {
    return state == ContainerState.RUNNING;
  }

  boolean ready() {
    return ready;
  }

  int exitCode() {
    return exitCode;
  }

  /** Runs, or is about to. */
  boolean alive() {
    return launching || running();
  }

  /** Ended, and not to be started again. */
  boolean over() {
    return state == ContainerState.TERMINATED
        && !launching
        && !pod.restartPolicy().restartsAfter(exitCode);
  }

  /** Ended, and to be started again when its wait is over. */
  boolean awaitsRestart() {
    return state == ContainerState.TERMINATED && !launching && !over();
  }

  /** The end of the newest instance that has ended. */
  OptionalLong finishedAt() {
    return finishedAt;
  }

  /** Computes the status anew; says whether an extra readiness try is called for. */
  boolean refreshStatus() {
    boolean nowStarted = computeStarted();
    if (nowStarted != started) {
      started = nowStarted;
      pod.emit(new KubeletEvent.StartedChanged(loop.now(), name, started));
    }
    boolean nowReady = started && computeReady();
    if (nowReady != ready) {
      ready = nowReady;
      pod.emit(new KubeletEvent.ReadyChanged(loop.now(), name, ready));
    }
    return started && !ready;
  }

  private boolean computeStarted() {
    return running()
        && probes
            .result(ProbeKind.STARTUP, instance)
            .map(result -> result == ProbeResult.SUCCESS)
            .orElse(!probes.has(ProbeKind.STARTUP));
  }

  private boolean computeReady() {
    return probes
        .result(ProbeKind.READINESS, instance)
        .map(result -> result == ProbeResult.SUCCESS)
        .orElse(!probes.has(ProbeKind.READINESS));
  }

  /** The probe that wants this container killed. Liveness comes first. */
  Optional<ProbeKind> failedProbe() {
    if (!running()) {
      return Optional.empty();
    }
    if (probes.failed(ProbeKind.LIVENESS, instance)) {
      return Optional.of(ProbeKind.LIVENESS);
    }
    return probes.failed(ProbeKind.STARTUP, instance)
        ? Optional.of(ProbeKind.STARTUP)
        : Optional.empty();
  }

  void killBecauseOf(ProbeKind kind, Runnable gone) {
    long grace =
        spec.probe(kind)
            .map(Probe::terminationGracePeriodSeconds)
            .orElse(OptionalLong.empty())
            .orElse(pod.spec().effectiveTerminationGracePeriodSeconds());
    KillReason reason = kind == ProbeKind.LIVENESS ? KillReason.LIVENESS : KillReason.STARTUP;
    kill(reason, grace, pod.restartPolicy() != RestartPolicy.NEVER, gone);
  }

  void kill(KillReason reason, long graceSeconds, boolean restarts, Runnable gone) {
    pod.emit(
        new KubeletEvent.KillDecided(loop.now(), name, instance, reason, graceSeconds, restarts));
    Killing death = new Killing(loop, handle, graceSeconds, this::signalled, gone);
    killing = Optional.of(death);
    death.begin();
  }

  private void signalled(String signal) {
    pod.emit(new KubeletEvent.SignalSent(loop.now(), name, instance, signal));
  }

  /**
   * Starts the container, or lets it wait.
   *
   * @param deadSince the end of the instance that the wait counts from; empty for no wait
   */
  void restart(OptionalLong deadSince) {
    if (deadSince.isPresent()) {
      long finished = deadSince.getAsLong();
      if (backOff.until(finished) > loop.now()) {
        return;
      }
      backOff.restarted(loop.now(), finished);
    }
    launch();
  }

  /** When the wait after the end of the last instance is over. */
  long restartDue() {
    return backOff.until(finishedAt.orElse(0));
  }

  /** Tells of the wait, once. */
  void announceWait() {
    long due = restartDue();
    if (due != announcedWait) {
      announcedWait = due;
      long wait = backOff.lengthAfter(finishedAt.orElse(0));
      pod.emit(new KubeletEvent.RestartDelayed(loop.now(), name, due, wait));
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
              public void running() {
                reportRunning(number);
              }

              @Override
              public void exited(int code) {
                reportExit(number, code);
              }
            });
  }

  private void reportRunning(int number) {
    launching = false;
    instance = number;
    state = ContainerState.RUNNING;
    startedAt = loop.now();
    pod.emit(new KubeletEvent.ContainerRunning(startedAt, name, instance));
    pod.requestSync();
  }

  private void reportExit(int number, int code) {
    launching = false;
    instance = number;
    state = ContainerState.TERMINATED;
    finishedAt = OptionalLong.of(loop.now());
    exitCode = code;
    pod.emit(new KubeletEvent.ContainerExited(loop.now(), name, number, code));
    pod.refreshStatus();
    Optional<Killing> death = killing;
    killing = Optional.empty();
    death.ifPresent(Killing::finish);
    pod.requestSync();
  }

  private Optional<ProbeTarget> target() {
    return Optional.of(
        new ProbeTarget(
            pod.finished(),
            pod.deleted(),
            pod.restartPolicy() != RestartPolicy.NEVER,
            instance,
            state,
            startedAt,
            started));
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
