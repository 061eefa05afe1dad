package dev.sonde.kubelet.internal.pod;

import static dev.sonde.model.ContainerKind.INIT;
import static dev.sonde.model.ContainerKind.MAIN;
import static dev.sonde.model.ContainerKind.SIDECAR;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

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
  private final List<ContainerLife> containers = new ArrayList<>();
  private final StartOrder order;

  private boolean syncRequested;
  private boolean young = true;
  private boolean ready;
  private boolean gatesOpen = true;
  private boolean finished;
  private boolean deleted;
  private boolean traffic;
  private Optional<Pass> pass = Optional.empty();
  private Optional<Termination> termination = Optional.empty();
  private Optional<Ending> ending = Optional.empty();

  /** Why the pod has to go, and how it will be called afterwards. */
  private record Ending(KillReason reason, long graceSeconds, String phase) {}

  /**
   * Creates a pod of which nothing runs yet. Ephemeral containers are left out.
   *
   * @param spec what to run
   * @param config the kubelet
   * @param runtimes gives each container what runs it
   * @param events hears what happens
   * @throws IllegalArgumentException if the restart policy is none of Kubernetes'
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
      containers.add(new ContainerLife(container, kind, runtimes.apply(container), this, config));
    }
    for (ContainerSpec container : spec.containers()) {
      containers.add(new ContainerLife(container, MAIN, runtimes.apply(container), this, config));
    }
    this.order = new StartOrder(of(INIT, SIDECAR), of(MAIN));
  }

  private List<ContainerLife> of(ContainerKind... kinds) {
    return containers.stream().filter(c -> List.of(kinds).contains(c.kind())).toList();
  }

  /** Hands the pod to the kubelet: the first containers are started and all workers created. */
  public void start() {
    order.proceed();
    refreshStatus();
    containers.forEach(container -> container.probes().start());
    requestSync();
  }

  /**
   * Deletes the pod: no more traffic, liveness and startup of main containers are no longer probed,
   * containers have the grace period to stop. Does nothing to a pod that is going already.
   *
   * @param graceSeconds the deletion's own grace period; unset means the pod's
   */
  public void delete(OptionalLong graceSeconds) {
    if (!deleted && !finished) {
      deleted = true;
      long grace = graceSeconds.orElse(spec.effectiveTerminationGracePeriodSeconds());
      emit(new PodEvent.PodDeleted(loop.now(), grace));
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
      for (ContainerLife container : of(MAIN)) {
        container.probes().stop(ProbeKind.LIVENESS);
        container.probes().stop(ProbeKind.STARTUP);
      }
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

  void containerExited() {
    termination.ifPresent(Termination::proceed);
    requestSync();
  }

  /** Asks for a pass. Several wishes at one moment are one pass. */
  void requestSync() {
    if (!syncRequested && !finished) {
      syncRequested = true;
      loop.at(EventLoop.after(loop.now(), config.syncDelay()), this::sync);
    }
  }

  private void sync() {
    syncRequested = false;
    if (finished) {
      return;
    }
    List<ContainerLife> unready = refreshStatus();
    if (!pass.map(Pass::done).orElse(true)) {
      return;
    }
    if (termination.isPresent()) {
      act(termination.get().spared());
    } else if (ending.isPresent()) {
      terminate(ending.get());
    } else if (complete()) {
      terminate(new Ending(KillReason.COMPLETION, grace(), succeeded() ? "Succeeded" : "Failed"));
    } else {
      // At first the workers make their own first try, which is enough where it was one.
      boolean untriedOnly = young;
      unready.forEach(container -> container.probes().pokeReadiness(untriedOnly));
      young = false;
      act(containers);
      order.proceed();
    }
  }

  private long grace() {
    return spec.effectiveTerminationGracePeriodSeconds();
  }

  /** All main containers are done, or an init container failed for good. */
  private boolean complete() {
    return of(MAIN).stream().allMatch(ContainerLife::over)
        || of(INIT).stream().anyMatch(init -> init.over() && init.status().exitCode() != 0);
  }

  private boolean succeeded() {
    return of(MAIN, INIT).stream().allMatch(c -> c.over() && c.status().exitCode() == 0);
  }

  private void act(List<ContainerLife> on) {
    OptionalLong deletion =
        deleted
            ? ending.stream().mapToLong(Ending::graceSeconds).findFirst()
            : OptionalLong.empty();
    Pass next = new Pass(on, deletion);
    boolean terminating = termination.isPresent();
    pass = Optional.of(next);
    next.begin(() -> terminating || ending.isEmpty());
  }

  private void terminate(Ending how) {
    List<ContainerLife> sidecars = new ArrayList<>(of(SIDECAR));
    Collections.reverse(sidecars);
    Termination end =
        new Termination(
            loop,
            how.reason(),
            how.graceSeconds(),
            of(MAIN, INIT),
            sidecars,
            () -> finish(how.phase()));
    termination = Optional.of(end);
    end.begin();
  }

  private void finish(String phase) {
    finished = true;
    refreshStatus();
    containers.forEach(container -> container.probes().stopAll());
    emit(new PodEvent.PodEnded(loop.now(), phase));
  }

  /** Computes the status anew; returns the containers that an extra readiness try may help. */
  List<ContainerLife> refreshStatus() {
    List<ContainerLife> unready = new ArrayList<>();
    for (ContainerLife container : containers) {
      if (container.refreshStatus()) {
        unready.add(container);
      }
    }
    boolean nowReady =
        gatesOpen && containers.stream().allMatch(container -> container.status().ready());
    if (nowReady != ready) {
      ready = nowReady;
      emit(new PodEvent.PodReadyChanged(loop.now(), ready));
    }
    boolean nowTraffic = ready && !deleted;
    if (nowTraffic != traffic) {
      traffic = nowTraffic;
      announceTraffic(nowTraffic);
    }
    return unready;
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
