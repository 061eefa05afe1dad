package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.ProbeResult;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a pass will do, as the kubelet computes it from the runtime's list and the probes' results:
 * whom to kill, and whom to start or to start again. Init containers and sidecars come first, one
 * after the other in their order: the next one starts when an init container is done or a sidecar
 * is started. When none of the main containers is to run any more, the whole pod is killed.
 */
final class PassPlan {

  private final List<ContainerLife> first;
  private final List<ContainerLife> main;
  private final List<ContainerLife> kills = new ArrayList<>();
  private final List<ContainerLife> starts = new ArrayList<>();
  private final boolean killsPod;

  /**
   * Plans a pass.
   *
   * @param first init containers and sidecars, in their order
   * @param main the main containers
   */
  PassPlan(List<ContainerLife> first, List<ContainerLife> main) {
    this.first = first;
    this.main = main;
    killsPod = planFirst() && planMain();
  }

  List<ContainerLife> kills() {
    return kills;
  }

  List<ContainerLife> starts() {
    return starts;
  }

  boolean killsPod() {
    return killsPod;
  }

  /** Tells whether the main containers' time has come. */
  private boolean planFirst() {
    boolean initialized = first.isEmpty() || !main.stream().allMatch(ContainerLife::unborn);
    boolean behind = initialized;
    List<ContainerLife> startsBackwards = new ArrayList<>();
    for (int i = first.size() - 1; i >= 0; i--) {
      ContainerLife container = first.get(i);
      boolean sidecar = container.kind() == ContainerKind.SIDECAR;
      if (container.unborn()) {
        if (behind && sidecar) {
          startsBackwards.add(container);
        }
        continue;
      }
      if (sidecar || !behind) {
        boolean done = sidecar ? planSidecar(container, startsBackwards) : container.succeeded();
        if (!sidecar && container.listed().terminated() && !done && container.restartsAfterExit()) {
          startsBackwards.add(container);
        }
        if (done && !behind) {
          if (i == first.size() - 1) {
            initialized = true;
          } else {
            startsBackwards.add(first.get(i + 1));
          }
        }
      }
      behind = true;
    }
    if (!behind) {
      startsBackwards.add(first.get(0));
    }
    for (int i = startsBackwards.size() - 1; i >= 0; i--) {
      starts.add(startsBackwards.get(i));
    }
    return initialized;
  }

  /** Tells whether the sidecar is started. */
  private boolean planSidecar(ContainerLife sidecar, List<ContainerLife> starting) {
    if (!sidecar.listed().running()) {
      starting.add(sidecar);
      return false;
    }
    Optional<ProbeKind> failed = sidecar.failedProbe();
    boolean started = sidecar.startupResult() == ProbeResult.SUCCESS;
    if (failed.isPresent() && (started || failed.get() == ProbeKind.STARTUP)) {
      kills.add(sidecar);
      starting.add(sidecar);
    }
    return started;
  }

  /** Tells whether none of them is left to run. */
  private boolean planMain() {
    int kept = 0;
    int started = 0;
    for (ContainerLife container : main) {
      boolean running = container.listed().running();
      boolean failed = running && container.failedProbe().isPresent();
      if (failed) {
        kills.add(container);
      }
      if (failed ? container.restartsAfterKill() : !running && container.restartsAfterExit()) {
        starts.add(container);
        started++;
      } else if (running && !failed) {
        kept++;
      }
    }
    return kept == 0 && started == 0;
  }
}
