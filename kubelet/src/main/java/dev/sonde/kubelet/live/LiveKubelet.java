package dev.sonde.kubelet.live;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.handler.Handlers;
import dev.sonde.kubelet.handler.PodAddress;
import dev.sonde.kubelet.pod.ContainerRuntime;
import dev.sonde.kubelet.pod.KubeletConfig;
import dev.sonde.kubelet.pod.Pod;
import dev.sonde.kubelet.time.EventLoop;
import dev.sonde.kubelet.time.Nanos;
import dev.sonde.kubelet.time.RealLoop;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs one container as a kubelet does: starts the process, probes it on the probes' own schedule,
 * kills and restarts it when they say so. Or it attaches to something that runs already, and only
 * tells what it would do.
 *
 * <p>{@link #run} is called once; {@link #stop} from any thread.
 */
public final class LiveKubelet {

  private final LiveOptions options;
  private final PodSpec spec;
  private final List<KubeletEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<LiveResult.Ending> ending = new CompletableFuture<>();

  /**
   * Creates a kubelet for a container.
   *
   * @param probes the container's probes
   * @param options how to run it
   */
  public LiveKubelet(ProbeSet probes, LiveOptions options) {
    this(ContainerSpec.of(probes), options);
  }

  /**
   * Creates a kubelet for a container.
   *
   * @param container the container
   * @param options how to run it
   */
  public LiveKubelet(ContainerSpec container, LiveOptions options) {
    this.options = options;
    this.spec =
        PodSpec.of(container)
            .withRestartPolicy(options.restartPolicy().fieldValue())
            .withTerminationGracePeriodSeconds(options.terminationGracePeriodSeconds());
  }

  /**
   * Runs until the goal is reached, the time is up, the container has ended for good or somebody
   * calls {@link #stop}. The process is gone when this returns.
   *
   * @return what was seen
   * @throws java.io.UncheckedIOException if the process cannot be started
   */
  public LiveResult run() {
    ContainerSpec container = spec.containers().get(0);
    PodAddress address = new PodAddress(options.address(), container.ports());
    Handlers handlers =
        new Handlers(address, options.version(), options.directory(), options.environment());
    try (RealLoop loop = new RealLoop(options.timeFactor());
        LiveProbes probes = new LiveProbes(loop, handlers);
        ProcessRuntime process =
            new ProcessRuntime(
                options.command(), options.directory(), options.environment(), loop, probes)) {
      ContainerRuntime runtime =
          options.command().isEmpty() ? new AttachedRuntime(loop, probes) : process;
      KubeletConfig config =
          KubeletConfig.of(loop, new SplittableRandom()).withVersion(options.version());
      Pod pod = new Pod(spec, config, any -> runtime, this::happened);
      loop.at(0, () -> startOrFail(pod));
      loop.at(limit(options.maxDuration()), () -> ending.complete(LiveResult.Ending.TIME_UP));
      return new LiveResult(ending.join(), events);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** Ends the run and kills the process. */
  public void stop() {
    ending.complete(LiveResult.Ending.STOPPED);
  }

  private void startOrFail(Pod pod) {
    try {
      pod.start();
    } catch (RuntimeException cannotStart) {
      ending.completeExceptionally(cannotStart);
    }
  }

  private static long limit(Duration duration) {
    return duration.isZero() ? EventLoop.NEVER : Nanos.of(duration);
  }

  private void happened(KubeletEvent event) {
    if (ending.isDone()) {
      return;
    }
    events.add(event);
    options.listener().accept(event);
    if (event instanceof PodEvent.PodEnded) {
      ending.complete(LiveResult.Ending.POD_ENDED);
    } else if (reaches(event)) {
      ending.complete(LiveResult.Ending.GOAL_REACHED);
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
