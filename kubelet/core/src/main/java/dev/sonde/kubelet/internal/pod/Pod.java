package dev.sonde.kubelet.internal.pod;

import static dev.sonde.model.ContainerKind.INIT;
import static dev.sonde.model.ContainerKind.MAIN;
import static dev.sonde.model.ContainerKind.SIDECAR;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.prober.ProberConfig;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One pod on its node. The kubelet goes through it in passes: it computes the status, kills what a
 * probe gave up, starts what has to run. While a kill is under way no other pass begins.
 *
 * <p>Runs on the event loop of its configuration, virtual or real; call it there only.
 */
public final class Pod {

  /** How a container without a name is called in events. */
  public static final String UNNAMED = "container";

  private final PodSpec spec;
  private final RestartPolicy restartPolicy;
  private final KubeletConfig config;
  private final EventLoop loop;
  private final Consumer<KubeletEvent> events;
  private final List<ContainerLife> containers;
  private final List<ContainerLife> first = new ArrayList<>();
  private final List<ContainerLife> main = new ArrayList<>();

  private boolean syncRequested;
  private boolean begun;
  private boolean busy;
  private long lastPassEnded = ProberConfig.LONG_AGO;
  private long restartDue = EventLoop.NEVER;
  private int passes;
  private boolean ready;
  private boolean gatesOpen = true;
  private boolean finished;
  private boolean deleted;
  private boolean traffic;
  private Optional<Ending> ending = Optional.empty();

  /** Why the pod has to go, and how it will be called afterwards. */
  private record Ending(KillReason reason, long graceSeconds, String phase) {}

  /**
   * Creates a pod that does not run yet. Ephemeral containers are left out.
   *
   * @param spec what to run
   * @param config the kubelet
   * @param runtimes gives each container what runs it
   * @param events hears what happens
   * @throws IllegalArgumentException if a restart policy is none of Kubernetes'
   */
  public Pod(
      PodSpec spec,
      KubeletConfig config,
      Function<ContainerSpec, ContainerRuntime> runtimes,
      Consumer<KubeletEvent> events) {
    this.spec = spec;
    this.restartPolicy = RestartPolicy.of(spec.effectiveRestartPolicy());
    this.config = config;
    this.loop = config.loop();
    this.events = events;
    for (ContainerSpec container : spec.initContainers()) {
      ContainerKind kind = container.restartsAlways() ? SIDECAR : INIT;
      first.add(new ContainerLife(container, kind, runtimes.apply(container), this, config));
    }
    for (ContainerSpec container : spec.containers()) {
      main.add(new ContainerLife(container, MAIN, runtimes.apply(container), this, config));
    }
    containers = Stream.concat(first.stream(), main.stream()).toList();
  }

  /** Hands the pod to the kubelet: the first containers are started and all workers created. */
  public void start() {
    busy = true;
    containers.forEach(container -> container.probes().appear());
    act();
    if (!busy) {
      // What needs no time to start runs before the workers look for the first time.
      refreshStatus();
    }
    containers.forEach(container -> container.probes().start());
    begun = true;
    if (syncRequested && !busy) {
      schedulePass();
    }
  }

  /**
   * Deletes the pod: no more traffic, and as soon as the pass under way is over, liveness and
   * startup are no longer probed and containers have the grace period to stop. Does nothing to a
   * pod that is going already.
   *
   * @param graceSeconds the deletion's own grace period; unset means the pod's
   */
  public void delete(OptionalLong graceSeconds) {
    if (!deleted && !finished) {
      deleted = true;
      long grace = graceSeconds.orElse(spec.effectiveTerminationGracePeriodSeconds());
      emit(new PodEvent.PodDeleted(loop.now(), grace));
      readinessMayHaveChanged();
      end(new Ending(KillReason.DELETION, grace, "Deleted"));
    }
  }

  /**
   * Evicts the pod: containers have the grace period that the evictor grants, whatever the pod or a
   * probe says. Does nothing to a pod that is going already.
   *
   * @param graceSeconds at least 0
   */
  public void evict(long graceSeconds) {
    if (!finished) {
      end(new Ending(KillReason.EVICTION, graceSeconds, "Failed"));
    }
  }

  private void end(Ending how) {
    if (ending.isEmpty()) {
      ending = Optional.of(how);
      requestSync();
    }
  }

  /**
   * Says whether all conditions are true that the pod names as its readiness gates. Until the first
   * call they are.
   *
   * @param open they are
   */
  public void openGates(boolean open) {
    if (open != gatesOpen) {
      gatesOpen = open;
      requestSync();
    }
  }

  /** Restarts the kubelet itself. Containers go on; workers, results and waits are lost. */
  public void restartKubelet() {
    if (!finished) {
      emit(new PodEvent.KubeletRestarted(loop.now()));
      containers.forEach(ContainerLife::kubeletRestarted);
      requestSync();
    }
  }

  /**
   * {@return when a probe's next tick is, in nanoseconds of the loop; unset where it is not probed
   * any more}
   *
   * @param container one of the pod's
   * @param kind which of its probes
   */
  public OptionalLong nextTick(ContainerSpec container, ProbeKind kind) {
    return containers.stream()
        .filter(life -> life.spec().equals(container))
        .findFirst()
        .map(life -> life.probes().nextTick(kind))
        .orElse(OptionalLong.empty());
  }

  /** {@return whether the pod's {@code Ready} condition is true} */
  public boolean ready() {
    return ready;
  }

  /** {@return whether the pod has ended for good} */
  public boolean finished() {
    return finished;
  }

  /** {@return whether the pod is to be deleted} */
  public boolean deleted() {
    return deleted;
  }

  PodSpec spec() {
    return spec;
  }

  RestartPolicy restartPolicy() {
    return restartPolicy;
  }

  void emit(KubeletEvent event) {
    events.accept(event);
  }

  /** Asks for a pass. Several requests at one moment are one pass; during a pass, one after it. */
  void requestSync() {
    if (!syncRequested && !finished) {
      syncRequested = true;
      if (!busy) {
        schedulePass();
      }
    }
  }

  private void schedulePass() {
    loop.at(nextPass(), this::sync);
  }

  private long nextPass() {
    long wished = EventLoop.after(loop.now(), config.syncDelay());
    return config.timing().nextPass(wished, lastPassEnded);
  }

  private void sync() {
    if (finished || busy || !syncRequested) {
      return;
    }
    syncRequested = false;
    busy = true;
    refreshStatus();
    containers.forEach(ContainerLife::pokeIfNotReady);
    if (ending.isPresent()) {
      terminate(ending.get());
    } else if (complete()) {
      terminate(new Ending(KillReason.COMPLETION, grace(), succeeded() ? "Succeeded" : "Failed"));
    } else {
      containers.stream()
          .map(ContainerLife::probes)
          .filter(probes -> !probes.present())
          .forEach(ContainerProbes::start);
      act();
    }
  }

  private void act() {
    if (any(containers, ContainerLife::restartsAll)) {
      new PodKill(containers, this::beginAnew)
          .begin(grace(), container -> container.killReason(KillReason.RESTART_ALL));
      return;
    }
    PassPlan plan = new PassPlan(first, main);
    if (plan.killsPod()) {
      new PodKill(containers, this::passOver)
          .begin(grace(), container -> container.killReason(KillReason.COMPLETION));
      return;
    }
    List<PodPass.Step> steps = new ArrayList<>();
    plan.kills().forEach(container -> steps.add(container.killStep()));
    plan.starts().forEach(container -> steps.add(container.startStep()));
    new PodPass(steps, this::passOver).proceed();
  }

  private void beginAnew() {
    containers.forEach(ContainerLife::rebirth);
    requestSync();
    passOver();
  }

  /** A restart has to wait, so that the pod has to be looked at again. */
  void restartWaits(long due) {
    restartDue = Math.min(restartDue, due);
  }

  private void passOver() {
    busy = false;
    lastPassEnded = loop.now();
    lookAgainAt(
        restartDue == EventLoop.NEVER
            ? config.timing().resync(loop.now())
            : config.timing().afterBackOff(loop.now(), restartDue));
    restartDue = EventLoop.NEVER;
    if (syncRequested && begun) {
      if (nextPass() <= loop.now()) {
        sync();
      } else {
        schedulePass();
      }
    }
  }

  /** Unless another pass comes first, which plans its own. */
  private void lookAgainAt(long moment) {
    int number = ++passes;
    loop.at(
        moment,
        () -> {
          if (passes == number) {
            requestSync();
          }
        });
  }

  private long grace() {
    return spec.effectiveTerminationGracePeriodSeconds();
  }

  /** All main containers are done, or an init container failed for good. */
  private boolean complete() {
    return all(main, ContainerLife::over) || any(first, ContainerLife::failedForGood);
  }

  private boolean succeeded() {
    return all(main, ContainerLife::succeeded)
        && all(first, container -> container.kind() == SIDECAR || container.succeeded());
  }

  private static boolean any(List<ContainerLife> containers, Predicate<ContainerLife> test) {
    return !all(containers, test.negate());
  }

  /** A loop, for streams would take most of the time of a pass. */
  private static boolean all(List<ContainerLife> containers, Predicate<ContainerLife> test) {
    for (ContainerLife container : containers) {
      if (!test.test(container)) {
        return false;
      }
    }
    return true;
  }

  private void terminate(Ending how) {
    // Sidecars go on being probed, though nothing follows from it any more.
    for (ContainerLife container : main) {
      container.probes().stop(ProbeKind.LIVENESS);
      container.probes().stop(ProbeKind.STARTUP);
    }
    new PodKill(containers, () -> finish(how.phase()))
        .begin(how.graceSeconds(), container -> how.reason());
  }

  private void finish(String phase) {
    finished = true;
    containers.forEach(container -> container.probes().stopAll());
    containers.forEach(ContainerLife::seeTheEnd);
    refreshStatus();
    emit(new PodEvent.PodEnded(loop.now(), phase));
  }

  private void refreshStatus() {
    boolean wasReady = ready;
    containers.forEach(container -> container.refreshStatus(wasReady));
    readinessMayHaveChanged();
  }

  /** Tells whether the pod is ready, and whether traffic follows, where that has changed. */
  void readinessMayHaveChanged() {
    boolean nowReady = gatesOpen && all(containers, ContainerLife::ready);
    if (nowReady != ready) {
      ready = nowReady;
      emit(new PodEvent.PodReadyChanged(loop.now(), ready));
    }
    boolean nowTraffic = ready && !deleted;
    if (nowTraffic != traffic) {
      traffic = nowTraffic;
      announceTraffic(nowTraffic);
    }
  }

  private void announceTraffic(boolean receives) {
    long at = EventLoop.after(loop.now(), config.endpointDelay());
    KubeletEvent event = new PodEvent.TrafficChanged(at, receives);
    if (at == loop.now()) {
      emit(event);
    } else {
      loop.at(at, () -> emit(event));
    }
  }
}
