package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.Nanos;
import java.util.List;

/**
 * The end of a pod: main and init containers stop together, then the sidecars, the last one first.
 * All share one grace period; when it is up, nobody waits for his turn any longer.
 */
final class Termination {

  private final EventLoop loop;
  private final KillReason reason;
  private final long began;
  private final long graceSeconds;
  private final List<ContainerLife> together;
  private final List<ContainerLife> inTurn;
  private final Runnable gone;
  private boolean over;

  /**
   * Prepares the end.
   *
   * @param together containers that stop first, all at once
   * @param inTurn containers that stop afterwards, each when the one before has stopped
   * @param gone done when nothing is left
   */
  Termination(
      EventLoop loop,
      KillReason reason,
      long graceSeconds,
      List<ContainerLife> together,
      List<ContainerLife> inTurn,
      Runnable gone) {
    this.loop = loop;
    this.reason = reason;
    this.began = loop.now();
    this.graceSeconds = graceSeconds;
    this.together = together;
    this.inTurn = inTurn;
    this.gone = gone;
  }

  void begin() {
    together.forEach(this::stop);
    loop.at(EventLoop.after(began, Nanos.ofSeconds(graceSeconds)), this::timeUp);
    proceed();
  }

  /** The sidecars whose turn has not come: they are still probed and restarted. */
  List<ContainerLife> spared() {
    return inTurn.stream().filter(container -> !container.doomed()).toList();
  }

  /** Goes on as far as possible; called whenever a container has ended. */
  void proceed() {
    if (over || together.stream().anyMatch(ContainerLife::alive)) {
      return;
    }
    for (ContainerLife sidecar : inTurn) {
      stop(sidecar);
      // A process that ends at once has led here again, and further.
      if (over || sidecar.alive()) {
        return;
      }
    }
    over = true;
    gone.run();
  }

  private void timeUp() {
    inTurn.forEach(this::stop);
    proceed();
  }

  private void stop(ContainerLife container) {
    if (over || container.doomed()) {
      return;
    }
    container.doom();
    if (container.alive() && !container.dying()) {
      container.kill(reason, began, graceSeconds, false, this::proceed);
    }
  }
}
