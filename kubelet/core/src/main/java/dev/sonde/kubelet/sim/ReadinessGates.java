package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.internal.pod.Pod;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Conditions that others set on a pod, and that have to be true for it to be ready.
 *
 * @param types the conditions that the pod names; all are false at first
 * @param changes what others say of them
 */
public record ReadinessGates(Set<String> types, List<Change> changes) {

  /** Readiness depends on the containers alone. */
  public static final ReadinessGates NONE = new ReadinessGates(Set.of(), List.of());

  /**
   * A condition is set.
   *
   * @param at from the pod's start
   * @param type the condition
   * @param status its new status
   */
  public record Change(Duration at, String type, boolean status) {}

  /** Copies the collections and puts the changes in the order of time. */
  public ReadinessGates {
    types = Set.copyOf(types);
    changes = changes.stream().sorted(Comparator.comparing(Change::at)).toList();
  }

  /** Sets the conditions of a pod that starts now. */
  void play(Pod pod, EventLoop loop) {
    if (types.isEmpty()) {
      return;
    }
    Set<String> met = new HashSet<>();
    pod.openGates(false);
    for (Change change : changes) {
      long moment = EventLoop.after(loop.now(), NanoTime.of(change.at()));
      loop.at(moment, () -> set(change, met, pod));
    }
  }

  private void set(Change change, Set<String> met, Pod pod) {
    if (change.status()) {
      met.add(change.type());
    } else {
      met.remove(change.type());
    }
    pod.openGates(met.containsAll(types));
  }
}
