package dev.sonde.kubelet.internal.pod;

import java.util.List;

/**
 * Who starts when: init containers and sidecars one after the other, in their order, then the main
 * containers together. After an init container the next one starts when it is done, after a sidecar
 * when it is started; whether that is ready does not matter.
 */
final class StartOrder {

  private final List<ContainerLife> first;
  private final List<ContainerLife> main;

  StartOrder(List<ContainerLife> first, List<ContainerLife> main) {
    this.first = first;
    this.main = main;
  }

  /** Launches what may start now for the first time. */
  void proceed() {
    for (ContainerLife container : first) {
      if (container.unborn()) {
        container.launch();
        return;
      }
      if (!container.letsNextStart()) {
        return;
      }
    }
    main.stream().filter(ContainerLife::unborn).forEach(ContainerLife::launch);
  }
}
