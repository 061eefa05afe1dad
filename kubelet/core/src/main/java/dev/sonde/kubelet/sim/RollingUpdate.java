package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.RolloutChanged;
import dev.sonde.kubelet.event.RolloutChanged.State;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Replaces pods the way a Deployment does: up to the surge, and never below what has to stay
 * available. Old pods that are not available go first.
 */
final class RollingUpdate {

  private final VersionRollout rollout;
  private final int wanted;
  private final int surge;
  private final int unavailable;
  private final EventLoop loop;
  private final List<SimulatedPod> old;
  private final List<SimulatedPod> updated = new ArrayList<>();
  private final Supplier<SimulatedPod> creator;
  private final Consumer<RolloutChanged> events;

  private boolean begun;
  private boolean over;
  private boolean stalled;
  private boolean requested;
  private List<Integer> progress = List.of();
  private long deadline = EventLoop.NEVER;

  RollingUpdate(
      VersionRollout rollout,
      int wanted,
      EventLoop loop,
      List<SimulatedPod> old,
      Supplier<SimulatedPod> creator,
      Consumer<RolloutChanged> events) {
    this.rollout = rollout;
    this.wanted = wanted;
    this.loop = loop;
    this.old = old;
    this.creator = creator;
    this.events = events;
    int more = rollout.maxSurge().roundedUp(wanted);
    int fewer = rollout.maxUnavailable().roundedDown(wanted);
    this.surge = more;
    this.unavailable = more == 0 && fewer == 0 ? 1 : Math.min(fewer, wanted);
  }

  void begin() {
    begun = true;
    tell(State.STARTED);
    request();
  }

  /** A pod changed: look again, once at each moment. */
  void request() {
    if (begun && !over && !requested) {
      requested = true;
      loop.at(loop.now(), this::reconcile);
    }
  }

  private void reconcile() {
    requested = false;
    if (over) {
      return;
    }
    scaleUp();
    scaleDown();
    if (active(updated) == wanted && active(old) == 0 && available(updated) >= wanted) {
      over = true;
      tell(State.COMPLETE);
      return;
    }
    watchProgress();
    wakeWhenMoreAreAvailable();
  }

  private void scaleUp() {
    int all = active(old) + active(updated);
    int add = Math.min(wanted + surge - all, wanted - active(updated));
    for (int i = 0; i < add; i++) {
      SimulatedPod pod = creator.get();
      updated.add(pod);
      pod.start();
    }
  }

  private void scaleDown() {
    int least = wanted - unavailable;
    int unavailableUpdated = active(updated) - available(updated);
    int removable = active(old) + active(updated) - least - unavailableUpdated;
    if (removable <= 0) {
      return;
    }
    int unwell = Math.min(removable, active(old) - available(old));
    int surplus = available(old) + available(updated) - least;
    remove(unwell + Math.max(Math.min(surplus, active(old) - unwell), 0));
  }

  private void remove(int count) {
    old.stream()
        .filter(SimulatedPod::active)
        .sorted(Comparator.comparingLong(SimulatedPod::readySince).reversed())
        .limit(count)
        .toList()
        .forEach(SimulatedPod::delete);
  }

  private void watchProgress() {
    List<Integer> now = List.of(active(updated), -active(old), available(updated), ready(updated));
    if (!now.equals(progress)) {
      progress = now;
      stalled = false;
      deadline = EventLoop.after(loop.now(), NanoTime.of(rollout.progressDeadline()));
      loop.at(deadline, this::checkDeadline);
    }
  }

  private void checkDeadline() {
    if (!over && !stalled && loop.now() >= deadline) {
      stalled = true;
      tell(State.STALLED);
    }
  }

  private void wakeWhenMoreAreAvailable() {
    for (SimulatedPod pod : updated) {
      long due = EventLoop.after(pod.readySince(), NanoTime.of(rollout.minReady()));
      if (pod.active() && due > loop.now()) {
        loop.at(due, this::request);
      }
    }
  }

  private void tell(State state) {
    int all = available(old) + available(updated);
    events.accept(new RolloutChanged(loop.now(), state, active(updated), all));
  }

  private static int active(List<SimulatedPod> pods) {
    return (int) pods.stream().filter(SimulatedPod::active).count();
  }

  private static int ready(List<SimulatedPod> pods) {
    return (int)
        pods.stream().filter(pod -> pod.active() && pod.readySince() != EventLoop.NEVER).count();
  }

  private int available(List<SimulatedPod> pods) {
    long minReady = NanoTime.of(rollout.minReady());
    return (int)
        pods.stream()
            .filter(SimulatedPod::active)
            .filter(pod -> EventLoop.after(pod.readySince(), minReady) <= loop.now())
            .count();
  }
}
