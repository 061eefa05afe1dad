package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.ProbeResult;
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

/**
 * One container of a pod: its instances one after the other, and the waits between them. It knows
 * three things of its newest instance: what is true, what the last listing of the runtime says, and
 * what the pod's status shows.
 */
final class ContainerLife {

  private final ContainerSpec spec;
  private final String name;
  private final ContainerKind kind;
  private final ContainerRuntime runtime;
  private final Pod pod;
  private final EventLoop loop;
  private final KubeletConfig config;
  private final EffectiveRestartPolicy restartPolicy;
  private final ContainerStatus status;
  private ProberConfig prober;
  private ContainerProbes probes;
  private BackOff backOff;

  private InstanceState truth = InstanceState.NONE;
  private InstanceState listed = InstanceState.NONE;
  private int launched;
  private boolean reborn;
  private boolean givenUp;
  private int announced;
  private ContainerRuntime.Instance handle = NoInstance.NONE;
  private Optional<Runnable> launching = Optional.empty();
  private Optional<InstanceKill> killing = Optional.empty();
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
    this.restartPolicy =
        EffectiveRestartPolicy.of(spec, kind, pod.restartPolicy(), config.version());
    this.status = new ContainerStatus(kind);
    this.backOff = new BackOff(config.backOff());
    this.prober = config.prober();
    this.probes = createProbes();
  }

  private ContainerProbes createProbes() {
    return new ContainerProbes(spec, kind, runtime, pod, prober, this::target, this::stored);
  }

  private Optional<ProbeTarget> target() {
    InstanceState shown = status.shown();
    return Optional.of(
        new ProbeTarget(
            pod.finished(),
            reborn || restartPolicy.keepsWorkers(shown),
            shown.instance(),
            shown.state(),
            shown.startedAt(),
            status.started()));
  }

  ContainerSpec spec() {
    return spec;
  }

  ContainerKind kind() {
    return kind;
  }

  ContainerProbes probes() {
    return probes;
  }

  boolean ready() {
    return status.ready();
  }

  /** The kubelet was restarted: no workers yet, no results, no memory of waits. */
  void kubeletRestarted() {
    probes.stopAll();
    backOff = new BackOff(config.backOff());
    prober = config.prober(loop.now());
    probes = createProbes();
  }

  /** Computes the status. */
  void refreshStatus(boolean podWasReady) {
    boolean wasStarted = status.started();
    boolean wasReady = status.ready();
    if (listed.running()) {
      announce(listed.instance());
    }
    status.compute(listed, probes, config.memory(prober, podWasReady));
    tellChanges(wasStarted, wasReady);
  }

  private void announce(int instance) {
    if (announced < instance) {
      announced = instance;
      pod.emit(new ContainerEvent.ContainerRunning(loop.now(), name, instance));
    }
  }

  private void tellChanges(boolean wasStarted, boolean wasReady) {
    if (status.started() != wasStarted) {
      pod.emit(new ContainerEvent.StartedChanged(loop.now(), name, status.started()));
    }
    if (status.ready() != wasReady) {
      pod.emit(new ContainerEvent.ReadyChanged(loop.now(), name, status.ready()));
    }
  }

  /** A started container that is not ready is asked out of turn whenever its status is computed. */
  void pokeIfNotReady() {
    if (status.started() && !probes.succeeded(ProbeKind.READINESS, status.shown().instance())) {
      probes.pokeReadiness();
    }
  }

  private void stored(ProbeKind probe, int instance, ProbeResult result) {
    if (probe != ProbeKind.LIVENESS || result == ProbeResult.FAILURE) {
      loop.at(loop.now(), () -> apply(probe, instance, result));
    }
  }

  /** What a probe found is in the status before the next pass. */
  private void apply(ProbeKind probe, int instance, ProbeResult result) {
    boolean wasStarted = status.started();
    boolean wasReady = status.ready();
    if (probe == ProbeKind.STARTUP) {
      // By then the first try may have followed the initial result.
      status.setStarted(instance, probes.succeeded(ProbeKind.STARTUP, instance));
    } else if (probe == ProbeKind.READINESS) {
      status.setReady(instance, result == ProbeResult.SUCCESS);
    }
    tellChanges(wasStarted, wasReady);
    pod.readinessMayHaveChanged();
    pod.requestSync();
  }

  /** What the last listing of the runtime says. */
  InstanceState listed() {
    return listed;
  }

  /** Not seen in the runtime yet, or removed from it. */
  boolean unborn() {
    return listed.instance() == 0 || reborn;
  }

  /** Its end restarts all containers of the pod. */
  boolean restartsAll() {
    return !unborn() && !givenUp && restartPolicy.restartsAll(listed);
  }

  /** Begins again with all the others, as soon as its wait is over. */
  void rebirth() {
    reborn = true;
    givenUp = false;
  }

  /** The process runs. */
  boolean alive() {
    return truth.running();
  }

  /** Ended with exit code 0. */
  boolean succeeded() {
    return listed.terminated() && listed.exitCode() == 0 && !reborn;
  }

  /** Ended, and not to be started again. */
  boolean over() {
    return listed.terminated() && !restartsAfterExit();
  }

  /** An init container that ended otherwise than with exit code 0, and stays so. */
  boolean failedForGood() {
    return kind == ContainerKind.INIT && over() && !succeeded();
  }

  /** Is to be started, having ended or never run. */
  boolean restartsAfterExit() {
    return reborn || (!givenUp && restartPolicy.restartsAfterExit(listed));
  }

  /** A new instance follows when a probe had this one killed. */
  boolean restartsAfterKill() {
    return restartPolicy.restartsAfterKill();
  }

  /** The probe that wants this container killed. Liveness comes first. */
  Optional<ProbeKind> failedProbe() {
    if (probes.failed(ProbeKind.LIVENESS, listed.instance())) {
      return Optional.of(ProbeKind.LIVENESS);
    }
    return probes.failed(ProbeKind.STARTUP, listed.instance())
        ? Optional.of(ProbeKind.STARTUP)
        : Optional.empty();
  }

  /** What the startup probe came to; success where there is none. */
  ProbeResult startupResult() {
    ProbeResult unknown =
        !probes.isProbed(ProbeKind.STARTUP)
                || (config.version().seedsSidecarStartup() && status.started())
            ? ProbeResult.SUCCESS
            : ProbeResult.UNKNOWN;
    return probes.result(ProbeKind.STARTUP, listed.instance()).orElse(unknown);
  }

  KillReason killReason(KillReason otherwise) {
    return failedProbe().map(KillReason::of).orElse(otherwise);
  }

  /** The step of a pass that kills what a probe gave up. */
  PodPass.Step killStep() {
    ProbeKind probe = failedProbe().orElseThrow();
    OptionalLong own =
        spec.probe(probe).map(Probe::terminationGracePeriodSeconds).orElse(OptionalLong.empty());
    long grace = own.orElse(pod.spec().effectiveTerminationGracePeriodSeconds());
    KillOrder order = KillOrder.atOnce(KillReason.of(probe), grace, restartsAfterKill());
    return next -> kill(order, next);
  }

  /** Kills the instance; does nothing to one that has ended meanwhile. */
  void kill(KillOrder order, Runnable gone) {
    if (!truth.running()) {
      gone.run();
      return;
    }
    long told = Math.max(order.graceSeconds(), InstanceKill.LEAST_SECONDS);
    pod.emit(
        new ContainerEvent.KillDecided(
            loop.now(), name, launched, order.reason(), told, order.restarts()));
    givenUp = order.reason().isProbe() && !order.restarts();
    InstanceKill death =
        new InstanceKill(
            loop,
            handle,
            order.graceSeconds(),
            config.version().endsLateHooks(),
            order.turn(),
            this::signalled,
            gone);
    killing = Optional.of(death);
    death.begin();
  }

  void proceedWithKill() {
    killing.ifPresent(InstanceKill::proceed);
  }

  private void signalled(String signal) {
    pod.emit(new ContainerEvent.SignalSent(loop.now(), name, launched, signal));
  }

  /**
   * The step of a pass that starts the container, unless it has to wait. The wait is judged by what
   * was dead when the pass began, which is not what the pass itself kills.
   */
  PodPass.Step startStep() {
    OptionalLong deadSince = listed.finishedAt();
    boolean tells = !listed.running();
    return next -> startOrWait(deadSince, tells, next);
  }

  private void startOrWait(OptionalLong deadSince, boolean tells, Runnable next) {
    if (deadSince.isPresent()) {
      long finished = deadSince.getAsLong();
      backOff.cleanUp(config.timing().lastCleanUp(loop.now()));
      long due = backOff.until(finished);
      if (due > loop.now()) {
        pod.restartWaits(due);
        if (tells && due != announcedWait) {
          announcedWait = due;
          pod.emit(new ContainerEvent.RestartDelayed(loop.now(), name, due, due - finished));
        }
        next.run();
        return;
      }
      backOff.restarted(loop.now(), finished);
    }
    launch(next);
  }

  private void launch(Runnable next) {
    int number = ++launched;
    reborn = false;
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
    launching = Optional.of(next);
    if (truth.instance() == number) {
      launched();
    }
  }

  private void reportRunning(int number, long since) {
    truth = truth.runs(number, config.timing().wholeSecond(since));
    notice();
    launched();
  }

  private void reportExit(int number, int code) {
    if (truth.running()) {
      announce(number);
    }
    truth = truth.ended(number, code, loop.now());
    pod.emit(new ContainerEvent.ContainerExited(loop.now(), name, number, code));
    notice();
    Optional<InstanceKill> death = killing;
    killing = Optional.empty();
    launched();
    death.ifPresent(InstanceKill::finish);
  }

  /** The pass that started the container goes on when it runs, or has failed to. */
  private void launched() {
    Optional<Runnable> next = launching;
    launching = Optional.empty();
    next.ifPresent(Runnable::run);
  }

  /** The kubelet learns of what is true with the next listing of the runtime. */
  private void notice() {
    long now = loop.now();
    long at = config.timing().noticed(now);
    if (at <= now) {
      list();
    } else {
      loop.at(at, this::list);
    }
  }

  /** The pod is gone: the kubelet asks the runtime once more before it says so. */
  void seeTheEnd() {
    listed = truth;
  }

  private void list() {
    listed = truth;
    pod.requestSync();
  }

  /** Takes the handle's place before the first launch. */
  private enum NoInstance implements ContainerRuntime.Instance {
    NONE;

    @Override
    public void terminate() {}

    @Override
    public void kill() {}
  }
}
