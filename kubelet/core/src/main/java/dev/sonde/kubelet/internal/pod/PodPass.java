package dev.sonde.kubelet.internal.pod;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one pass of the kubelet over a pod does, one thing after the other: it kills what a probe
 * gave up, then starts what has to run. All is decided at its beginning.
 */
final class PodPass {

  /** One step; {@code next} is called when it is done, which may be long after. */
  interface Step {
    void take(Runnable next);
  }

  private final Deque<Step> steps;
  private final Runnable over;

  PodPass(Iterable<Step> steps, Runnable over) {
    this.steps = new ArrayDeque<>();
    steps.forEach(this.steps::add);
    this.over = over;
  }

  void proceed() {
    Step next = steps.poll();
    if (next == null) {
      over.run();
    } else {
      next.take(this::proceed);
    }
  }
}
