package dev.sonde.kubelet.live;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.kubelet.internal.pod.KubeletConfig;
import dev.sonde.kubelet.internal.pod.Pod;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A container that is run and probed now. Its events are heard by the listener of its options, on
 * its own thread; everything else may be called from any thread.
 */
public final class RunningPod implements AutoCloseable {

  private final LiveOptions options;
  private final RealLoop loop;
  private final LiveProbes probes;
  private final LiveRuntime runtime;
  private final ContainerSpec container;
  private final Pod pod;
  private final List<KubeletEvent> events = new ArrayList<>();
  private final CompletableFuture<LiveResult.Ending> ending = new CompletableFuture<>();
  private final Queue<CompletableFuture<Map<ProbeKind, Long>>> asked =
      new ConcurrentLinkedQueue<>();

  private RunningPod(ContainerSpec container, LiveOptions options) {
    this.container = container;
    this.options = options;
    this.loop = new RealLoop(options.timeFactor());
    RealHandlers handlers = SingleAttempt.handlers(container.ports(), options);
    this.probes = new LiveProbes(loop, handlers, options.leastTimeout());
    this.runtime = runtime();
    KubeletConfig config =
        KubeletConfig.of(loop, new SplittableRandom())
            .withVersion(options.version())
            .withEndpointDelay(NanoTime.of(options.endpointDelay()));
    PodSpec spec =
        PodSpec.of(container)
            .withRestartPolicy(options.restartPolicy().fieldValue())
            .withTerminationGracePeriodSeconds(options.terminationGracePeriodSeconds());
    this.pod = new Pod(spec, config, any -> runtime, this::happened);
  }

  private LiveRuntime runtime() {
    LiveHooks hooks = new LiveHooks(loop, probes, container);
    if (options.application().isPresent()) {
      return new ApplicationRuntime(
          options.application().get(),
          loop,
          probes,
          hooks,
          options.output().orElse(System.err::println));
    }
    return options.command().isEmpty()
        ? new AttachedRuntime(loop, probes)
        : new ProcessRuntime(options, loop, probes, hooks, ending::completeExceptionally);
  }

  /**
   * Starts a container and begins to probe it.
   *
   * @param container what to run
   * @param options how to run it
   * @return the pod, which has to be closed
   */
  public static RunningPod start(ContainerSpec container, LiveOptions options) {
    RunningPod running = new RunningPod(container, options);
    CompletableFuture<LiveResult.Ending> unused =
        running.ending.whenComplete((any, trouble) -> running.answerAll());
    running.loop.at(0, running::startOrFail);
    long limit =
        options.maxDuration().isZero() ? EventLoop.NEVER : NanoTime.of(options.maxDuration());
    running.loop.at(limit, () -> running.end(LiveResult.Ending.TIME_UP));
    return running;
  }

  private void startOrFail() {
    try {
      pod.start();
    } catch (RuntimeException cannotStart) {
      ending.completeExceptionally(cannotStart);
    }
  }

  /** {@return the moment, in nanoseconds of the probes' own time since the pod was started} */
  public long now() {
    return loop.now();
  }

  /**
   * {@return a time of the probes as one of the clock on the wall}
   *
   * @param duration in the probes' own time
   */
  public Duration onTheWall(Duration duration) {
    return Duration.ofNanos((long) (NanoTime.of(duration) / loop.factor()));
  }

  /**
   * {@return a time of the clock on the wall in nanoseconds of the probes' own time}
   *
   * @param duration on the wall
   */
  public long inItsTime(Duration duration) {
    return (long) (NanoTime.of(duration) * loop.factor());
  }

  /** {@return all that has happened so far, in order} */
  public List<KubeletEvent> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** {@return when each probe's next tick is, in nanoseconds; empty once the pod is over} */
  public CompletableFuture<Map<ProbeKind, Long>> nextTicks() {
    CompletableFuture<Map<ProbeKind, Long>> answer = new CompletableFuture<>();
    asked.add(answer);
    loop.at(
        0,
        () -> {
          Map<ProbeKind, Long> ticks = new EnumMap<>(ProbeKind.class);
          for (ProbeKind kind : container.probes().keySet()) {
            pod.nextTick(container, kind).ifPresent(tick -> ticks.put(kind, tick));
          }
          answer.complete(ticks);
          asked.removeIf(CompletableFuture::isDone);
        });
    if (over()) {
      answerAll();
    }
    return answer;
  }

  /** What waits on the loop for an answer may wait for ever once the loop is closed. */
  private void answerAll() {
    asked.forEach(answer -> answer.complete(Map.of()));
    asked.removeIf(CompletableFuture::isDone);
  }

  /** {@return the container's process, while it runs; none where the container is no process} */
  public Optional<ProcessHandle> process() {
    return runtime.process();
  }

  /** Deletes the pod: no more traffic after the endpoint's delay, and {@code SIGTERM}. */
  public void delete() {
    loop.at(0, () -> pod.delete(OptionalLong.empty()));
  }

  /** Ends the run. */
  public void stop() {
    end(LiveResult.Ending.STOPPED);
  }

  /**
   * Waits for the end: the goal, the time, the container's own end, or {@link #stop}.
   *
   * @return what was seen
   * @throws java.io.UncheckedIOException if the process cannot be started
   */
  public LiveResult await() {
    try {
      return new LiveResult(ending.join(), events());
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** {@return whether the end has come, or the process cannot be started} */
  public boolean over() {
    return ending.isDone();
  }

  /** Ends the run and kills what still runs. The process is gone when this returns. */
  @Override
  public void close() {
    stop();
    loop.close();
    runtime.close();
    probes.close();
  }

  private void end(LiveResult.Ending how) {
    ending.complete(how);
  }

  private void happened(KubeletEvent event) {
    if (ending.isDone()) {
      return;
    }
    synchronized (events) {
      events.add(event);
    }
    options.listener().accept(event);
    if (event instanceof PodEvent.PodEnded) {
      end(LiveResult.Ending.POD_ENDED);
    } else if (reaches(event)) {
      end(LiveResult.Ending.GOAL_REACHED);
    }
  }

  private boolean reaches(KubeletEvent event) {
    return switch (options.goal()) {
      case READY -> event instanceof PodEvent.PodReadyChanged changed && changed.ready();
      case RESTART -> event instanceof ContainerEvent.KillDecided;
      case NONE -> false;
    };
  }
}
