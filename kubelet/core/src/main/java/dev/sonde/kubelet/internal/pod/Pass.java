package dev.sonde.kubelet.internal.pod;

import dev.sonde.model.ProbeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * One pass of the kubelet through a pod: kills one after the other what a probe gave up, then
 * starts what has to run. Both are decided at its beginning.
 */
final class Pass {

  private final OptionalLong deletionGrace;
  private final Deque<ContainerLife> condemned = new ArrayDeque<>();
  private final List<Runnable> starts = new ArrayList<>();
  private boolean begun;
  private boolean done;

  Pass(List<ContainerLife> containers, OptionalLong deletionGrace) {
    this.deletionGrace = deletionGrace;
    for (ContainerLife container : containers) {
      if (container.failedProbe().isPresent()) {
        condemned.add(container);
        // The wait is judged by what was dead before the kill.
        OptionalLong deadSince = container.status().finishedAt();
        starts.add(() -> startAfterKill(container, deadSince));
      } else if (container.awaitsRestart()) {
        starts.add(container::restartWhenDue);
      }
    }
  }

  private static void startAfterKill(ContainerLife container, OptionalLong deadSince) {
    if (container.restartsAtAll()) {
      container.restart(deadSince);
    }
  }

  /** Tells whether nothing of it is under way. */
  boolean done() {
    return done || !begun;
  }

  /**
   * Does what was decided.
   *
   * @param mayStart asked after the kills: whether anything is to be started still
   */
  void begin(BooleanSupplier mayStart) {
    begun = true;
    killNext(mayStart);
  }

  private void killNext(BooleanSupplier mayStart) {
    while (!condemned.isEmpty()) {
      ContainerLife next = condemned.remove();
      Optional<ProbeKind> reason = next.failedProbe();
      if (reason.isPresent()) {
        next.killBecauseOf(reason.get(), deletionGrace, () -> killNext(mayStart));
        return;
      }
    }
    done = true;
    if (mayStart.getAsBoolean()) {
      starts.forEach(Runnable::run);
    }
  }
}
