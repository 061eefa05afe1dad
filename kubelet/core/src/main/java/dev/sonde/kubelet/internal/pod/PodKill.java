package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.event.KillReason;
import dev.sonde.model.ContainerKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Stops all containers of a pod: main and init containers together, then the sidecars, the last one
 * first. All share one grace period; when it is up, nobody waits for its turn any longer. Pre-stop
 * hooks begin at once, those of sidecars too.
 */
final class PodKill {

  private final List<ContainerLife> together;
  private final List<ContainerLife> inTurn;
  private final Runnable gone;
  private boolean begun;
  private boolean over;

  PodKill(List<ContainerLife> containers, Runnable gone) {
    this.together = containers.stream().filter(c -> c.kind() != ContainerKind.SIDECAR).toList();
    List<ContainerLife> sidecars = new ArrayList<>(containers);
    sidecars.removeAll(together);
    Collections.reverse(sidecars);
    this.inTurn = sidecars;
    this.gone = gone;
  }

  void begin(long graceSeconds, Function<ContainerLife, KillReason> reasons) {
    for (ContainerLife container : together) {
      stop(container, graceSeconds, reasons, List.of());
    }
    for (int i = 0; i < inTurn.size(); i++) {
      List<ContainerLife> first = new ArrayList<>(together);
      first.addAll(inTurn.subList(0, i));
      stop(inTurn.get(i), graceSeconds, reasons, first);
    }
    begun = true;
    proceed();
  }

  private void stop(
      ContainerLife container,
      long graceSeconds,
      Function<ContainerLife, KillReason> reasons,
      List<ContainerLife> first) {
    if (container.alive()) {
      container.kill(
          new KillOrder(
              reasons.apply(container),
              graceSeconds,
              false,
              () -> first.stream().noneMatch(ContainerLife::alive)),
          this::proceed);
    }
  }

  private void proceed() {
    if (!begun || over) {
      return;
    }
    inTurn.forEach(ContainerLife::proceedWithKill);
    // A process that ends at once has led here again.
    if (!over
        && together.stream().noneMatch(ContainerLife::alive)
        && inTurn.stream().noneMatch(ContainerLife::alive)) {
      over = true;
      gone.run();
    }
  }
}
