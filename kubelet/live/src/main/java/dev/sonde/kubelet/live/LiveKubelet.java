package dev.sonde.kubelet.live;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.ProbeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Runs one container as a kubelet does: starts the process, probes it on the probes' own schedule,
 * kills and restarts it when they say so. Or it attaches to something that runs already, and only
 * tells what it would do.
 *
 * <p>{@link #run} is called once; {@link #stop} from any thread.
 */
public final class LiveKubelet {

  private final ContainerSpec container;
  private final LiveOptions options;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

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
    this.container = container;
    this.options = options;
  }

  /**
   * Runs until the goal is reached, the time is up, the container has ended for good or somebody
   * calls {@link #stop}. The process is gone when this returns.
   *
   * @return what was seen
   * @throws java.io.UncheckedIOException if the process cannot be started
   */
  public LiveResult run() {
    try (RunningPod pod = RunningPod.start(container, options)) {
      CompletableFuture<Void> unused = stopped.thenRun(pod::stop);
      return pod.await();
    }
  }

  /** Ends the run and kills the process. */
  public void stop() {
    stopped.complete(null);
  }
}
