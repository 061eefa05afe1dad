package dev.sonde.kubelet.pod;

import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.time.EventLoop;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

  private final PodSpec spec;
  private final RestartPolicy restartPolicy;
  private final KubeletConfig config;
  private final EventLoop loop;
  private final Consumer<KubeletEvent> events;
  private final List<ContainerLife> containers = new ArrayList<>();
  private final Deque<ContainerLife> condemned = new ArrayDeque<>();

  private boolean syncRequested;
  private boolean busy;
  private boolean ready;
  private boolean traffic;
  private boolean finished;
  private OptionalLong deletionGrace = OptionalLong.empty();

  /**
   * Creates a pod of which nothing runs yet.
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
    for (ContainerSpec container : spec.containers()) {
      containers.add(new ContainerLife(container, runtimes.apply(container), this, config));
    }
  }

  /** Hands the pod to the kubelet: containers are started and workers created. */
  public void start() {
    containers.forEach(ContainerLife::launch);
    refreshStatus();
    containers.forEach(container -> container.probes().start());
    requestSync();
  }

  /**
   * Deletes the pod: no more traffic, liveness and startup are no longer probed, containers have
   * their grace period to stop. A second call does nothing.
   *
   * @param graceSeconds the deletion's own grace period; unset means the pod's
   */
  public void delete(OptionalLong graceSeconds) {
    if (deleted() || finished) {
      return;
    }
    long grace = graceSeconds.orElse(spec.effectiveTerminationGracePeriodSeconds());
    deletionGrace = OptionalLong.of(grace);
    emit(new KubeletEvent.PodDeleted(loop.now(), grace));
    for (ContainerLife container : containers) {
      container.probes().stop(ProbeKind.LIVENESS);
      container.probes().stop(ProbeKind.STARTUP);
    }
    requestSync();
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
    return deletionGrace.isPresent();
  }

  PodSpec spec() {
    return spec;
  }

  RestartPolicy restartPolicy() {
    return restartPolicy;
  }

  /** The name that events give a container. */
  static String nameOf(ContainerSpec container) {
    return container.name().orElse("container");
  }

  void emit(KubeletEvent event) {
    events.accept(event);
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
    if (busy) {
      return;
    }
    if (deletionGrace.isPresent()) {
      terminate(deletionGrace.getAsLong());
      return;
    }
    unready.forEach(container -> container.probes().pokeReadiness());
    if (containers.stream().allMatch(ContainerLife::over)) {
      finish(succeeded() ? "Succeeded" : "Failed");
    } else {
      killAndStart();
    }
  }

  private boolean succeeded() {
    return containers.stream().allMatch(container -> container.exitCode() == 0);
  }

  /** Computes the status anew; returns the containers that an extra readiness try may help. */
  List<ContainerLife> refreshStatus() {
    List<ContainerLife> unready = new ArrayList<>();
    for (ContainerLife container : containers) {
      if (container.refreshStatus()) {
        unready.add(container);
      }
    }
    boolean nowReady = containers.stream().allMatch(ContainerLife::ready);
    if (nowReady != ready) {
      ready = nowReady;
      emit(new KubeletEvent.PodReadyChanged(loop.now(), ready));
    }
    boolean nowTraffic = ready && !deleted();
    if (nowTraffic != traffic) {
      traffic = nowTraffic;
      emit(new KubeletEvent.TrafficChanged(loop.now(), traffic));
    }
    return unready;
  }

  /** Kills one after the other what a probe gave up, then starts what has to run. */
  private void killAndStart() {
    List<Runnable> starts = new ArrayList<>();
    for (ContainerLife container : containers) {
      if (container.failedProbe().isPresent()) {
        condemned.add(container);
        // The wait is judged by what was dead before the kill.
        OptionalLong deadSince = container.finishedAt();
        if (restartPolicy != RestartPolicy.NEVER) {
          starts.add(() -> container.restart(deadSince));
        }
      } else if (container.awaitsRestart()) {
        starts.add(() -> restartWhenDue(container));
      }
    }
    busy = true;
    killNext(starts);
  }

  private void killNext(List<Runnable> starts) {
    while (!condemned.isEmpty()) {
      ContainerLife next = condemned.remove();
      Optional<ProbeKind> reason = next.failedProbe();
      if (reason.isPresent()) {
        next.killBecauseOf(reason.get(), () -> killNext(starts));
        return;
      }
    }
    busy = false;
    if (!deleted()) {
      starts.forEach(Runnable::run);
    }
  }

  private void restartWhenDue(ContainerLife container) {
    container.restart(container.finishedAt());
    if (container.awaitsRestart()) {
      container.announceWait();
    }
  }

  /** Stops all containers at once. */
  private void terminate(long graceSeconds) {
    busy = true;
    List<ContainerLife> alive = containers.stream().filter(ContainerLife::alive).toList();
    Countdown gone = new Countdown(alive.size(), () -> finish("Deleted"));
    alive.forEach(container -> container.kill(KillReason.DELETION, graceSeconds, false, gone));
  }

  private void finish(String phase) {
    finished = true;
    refreshStatus();
    containers.forEach(container -> container.probes().stopAll());
    emit(new KubeletEvent.PodEnded(loop.now(), phase));
  }
}
