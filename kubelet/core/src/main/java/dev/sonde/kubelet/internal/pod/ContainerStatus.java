package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.internal.prober.ContainerState;
import dev.sonde.kubelet.internal.prober.ProbeTarget;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ProbeKind;
import java.util.Optional;
import java.util.OptionalLong;

/** What the pod's status says of one container, as the kubelet last computed it. */
final class ContainerStatus {

  private final ContainerKind kind;
  private int instance;
  private ContainerState state = ContainerState.WAITING;
  private long startedAt;
  private OptionalLong finishedAt = OptionalLong.empty();
  private int exitCode;
  private boolean started;
  private boolean ready;

  ContainerStatus(ContainerKind kind) {
    this.kind = kind;
  }

  void runs(int newInstance, long now) {
    instance = newInstance;
    state = ContainerState.RUNNING;
    startedAt = now;
  }

  void ended(int endedInstance, int code, long now) {
    instance = endedInstance;
    state = ContainerState.TERMINATED;
    finishedAt = OptionalLong.of(now);
    exitCode = code;
  }

  int instance() {
    return instance;
  }

  boolean running() {
    return state == ContainerState.RUNNING;
  }

  boolean terminated() {
    return state == ContainerState.TERMINATED;
  }

  boolean started() {
    return started;
  }

  boolean ready() {
    return ready;
  }

  int exitCode() {
    return exitCode;
  }

  long startedAt() {
    return startedAt;
  }

  /** The end of the newest instance that has ended. */
  OptionalLong finishedAt() {
    return finishedAt;
  }

  /**
   * Computes {@code started} and {@code ready} from the probes' results. Where there is no result
   * yet, a newer kubelet that was just restarted keeps what stood there before.
   */
  void refresh(ContainerProbes probes, boolean keepsWithoutResult) {
    if (kind == ContainerKind.INIT) {
      started = running();
      ready = terminated() && exitCode == 0;
      return;
    }
    boolean wasReady = ready;
    started = running() && succeeded(probes, ProbeKind.STARTUP, started && keepsWithoutResult);
    ready = started && succeeded(probes, ProbeKind.READINESS, wasReady && keepsWithoutResult);
  }

  private boolean succeeded(ContainerProbes probes, ProbeKind probe, boolean kept) {
    return probes
        .result(probe, instance)
        .map(result -> result == ProbeResult.SUCCESS)
        .orElse(kept || !probes.has(probe));
  }

  ProbeTarget seenByWorkers(Pod pod, boolean restartable) {
    return new ProbeTarget(
        pod.finished(),
        pod.deleted() && kind == ContainerKind.MAIN,
        restartable,
        instance,
        state,
        startedAt,
        started);
  }

  /** The probe that wants this container killed. Liveness comes first. */
  Optional<ProbeKind> failedProbe(ContainerProbes probes) {
    if (!running()) {
      return Optional.empty();
    }
    if (probes.failed(ProbeKind.LIVENESS, instance)) {
      return Optional.of(ProbeKind.LIVENESS);
    }
    return probes.failed(ProbeKind.STARTUP, instance)
        ? Optional.of(ProbeKind.STARTUP)
        : Optional.empty();
  }
}
