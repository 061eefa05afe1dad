package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.prober.ProbeTarget;
import dev.sonde.kubelet.internal.prober.ProbeWorker;
import dev.sonde.kubelet.internal.prober.ProberConfig;
import dev.sonde.kubelet.internal.prober.ResultStore;
import dev.sonde.kubelet.internal.prober.WorkerListener;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The workers of one container's probes and the results they hold. */
final class ContainerProbes implements WorkerListener {

  /** Hears what the workers store. */
  interface StoredListener {
    void stored(ProbeKind kind, int instance, ProbeResult result);
  }

  /** The kubelet creates a container's workers in this order. */
  private static final List<ProbeKind> CREATION_ORDER =
      List.of(ProbeKind.STARTUP, ProbeKind.READINESS, ProbeKind.LIVENESS);

  private final String name;
  private final ContainerRuntime runtime;
  private final Pod pod;
  private final EventLoop loop;
  private final Supplier<Optional<ProbeTarget>> target;
  private final StoredListener heard;
  private final Map<ProbeKind, ProbeWorker> workers = new LinkedHashMap<>();
  private final Map<ProbeKind, ResultStore> results = new EnumMap<>(ProbeKind.class);
  private boolean present;

  ContainerProbes(
      ContainerSpec spec,
      ContainerKind kind,
      ContainerRuntime runtime,
      Pod pod,
      ProberConfig config,
      Supplier<Optional<ProbeTarget>> target,
      StoredListener heard) {
    this.name = spec.name().orElse(Pod.UNNAMED);
    this.runtime = runtime;
    this.pod = pod;
    this.loop = config.loop();
    this.target = target;
    this.heard = heard;
    if (kind.mayHaveProbes()) {
      for (ProbeKind probe : CREATION_ORDER) {
        spec.probe(probe).ifPresent(written -> create(probe, written, config));
      }
    }
  }

  private void create(ProbeKind kind, Probe probe, ProberConfig config) {
    ResultStore store = new ResultStore();
    results.put(kind, store);
    workers.put(
        kind,
        new ProbeWorker(
            kind, probe.timing(), config, target, runtime.handler(kind, probe), store, this));
  }

  /** The workers are there, though they have not begun. */
  void appear() {
    present = true;
  }

  boolean present() {
    return present;
  }

  void start() {
    appear();
    List.copyOf(workers.values()).forEach(ProbeWorker::start);
  }

  void stop(ProbeKind kind) {
    Optional.ofNullable(workers.get(kind)).ifPresent(ProbeWorker::stop);
  }

  void stopAll() {
    CREATION_ORDER.forEach(this::stop);
  }

  /** Asks for an extra readiness try. */
  void pokeReadiness() {
    Optional.ofNullable(workers.get(ProbeKind.READINESS)).ifPresent(ProbeWorker::poke);
  }

  /** When a probe's next tick is; unset where it has no worker any more. */
  OptionalLong nextTick(ProbeKind kind) {
    return Stream.ofNullable(workers.get(kind)).mapToLong(ProbeWorker::nextTick).findFirst();
  }

  /** A worker for such a probe exists. */
  boolean has(ProbeKind kind) {
    return present && workers.containsKey(kind);
  }

  /** The container has such a probe, whether a worker exists or not. */
  boolean isProbed(ProbeKind kind) {
    return results.containsKey(kind);
  }

  Optional<ProbeResult> result(ProbeKind kind, int instance) {
    return Optional.ofNullable(results.get(kind)).flatMap(store -> store.get(instance));
  }

  boolean failed(ProbeKind kind, int instance) {
    return result(kind, instance).filter(ProbeResult.FAILURE::equals).isPresent();
  }

  boolean succeeded(ProbeKind kind, int instance) {
    return result(kind, instance).filter(ProbeResult.SUCCESS::equals).isPresent();
  }

  @Override
  public void jittered(ProbeKind kind, long until) {
    pod.emit(new ProbeEvent.FirstTryDelayed(loop.now(), name, kind, until));
  }

  @Override
  public void tried(
      ProbeKind kind, int instance, AttemptOutcome outcome, long began, int run, int threshold) {
    long took = loop.now() - began;
    pod.emit(
        new ProbeEvent.ProbeTried(loop.now(), name, kind, instance, outcome, run, threshold, took));
  }

  @Override
  public void errored(ProbeKind kind, int instance, AttemptOutcome outcome, int attempts) {
    pod.emit(new ProbeEvent.ProbeErrored(loop.now(), name, kind, instance, outcome, attempts));
  }

  @Override
  public void changed(ProbeKind kind, int instance, ProbeResult result, boolean initial) {
    pod.emit(new ProbeEvent.ProbeChanged(loop.now(), name, kind, instance, result, initial));
    heard.stored(kind, instance, result);
  }

  @Override
  public void ended(ProbeKind kind) {
    workers.remove(kind);
  }
}
