package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.ProbeResult;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ProbeKind;

/**
 * What the pod's status says of one container: computed by each pass, and changed in between by
 * what the probes find. While a pass is under way it shows what was before it.
 */
final class ContainerStatus {

  private final ContainerKind kind;
  private InstanceState shown = InstanceState.NONE;
  private boolean started;
  private boolean ready;

  ContainerStatus(ContainerKind kind) {
    this.kind = kind;
  }

  InstanceState shown() {
    return shown;
  }

  boolean started() {
    return started;
  }

  boolean ready() {
    return ready;
  }

  /**
   * Computes the status.
   *
   * @param listed what the runtime has
   * @param probes the probes' results
   * @param memory what the kubelet keeps where there is no result
   */
  void compute(InstanceState listed, ContainerProbes probes, StatusMemory memory) {
    boolean inherited = started && memory.keepsStarted(shown, listed);
    shown = listed;
    if (kind == ContainerKind.INIT) {
      started = listed.running();
      ready = listed.terminated() && listed.exitCode() == 0;
      return;
    }
    started =
        listed.running()
            && probes
                .result(ProbeKind.STARTUP, listed.instance())
                .map(ProbeResult.SUCCESS::equals)
                .orElse(inherited || !probes.has(ProbeKind.STARTUP));
    ready = started && computeReady(probes, memory);
  }

  private boolean computeReady(ContainerProbes probes, StatusMemory memory) {
    if (!probes.isProbed(ProbeKind.READINESS)) {
      return true;
    }
    if (probes.succeeded(ProbeKind.READINESS, shown.instance())) {
      return true;
    }
    return memory.settled(shown)
        ? memory.podWasReady() && probes.result(ProbeKind.READINESS, shown.instance()).isEmpty()
        : !probes.has(ProbeKind.READINESS);
  }

  /** A result of the startup probe is in the status at once. */
  void setStarted(int instance, boolean value) {
    if (instance == shown.instance()) {
      started = value;
    }
  }

  /** A result of the readiness probe is in the status at once. */
  void setReady(int instance, boolean value) {
    if (instance == shown.instance()) {
      ready = value;
    }
  }
}
