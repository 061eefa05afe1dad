package dev.sonde.kubelet.live;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.handler.AttemptThreads;
import dev.sonde.kubelet.internal.handler.PodAddress;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import java.time.Duration;
import java.util.List;

/** Makes one real attempt at something that runs already, as the kubelet makes it. */
public final class SingleAttempt {

  private SingleAttempt() {}

  /**
   * Makes one attempt and waits for its outcome.
   *
   * @param handler what to ask
   * @param timeout how long it may take, on the wall's clock
   * @param ports the ports that the container declares, for a handler that names one
   * @param options where the pod is, its release, and where and with what commands run; the rest of
   *     them makes no difference here
   * @return what it came to
   */
  public static AttemptOutcome make(
      Handler handler, Duration timeout, List<ContainerPort> ports, LiveOptions options) {
    try (AttemptThreads attempts = new AttemptThreads()) {
      return attempts.make(handlers(ports, options).attempt(handler), timeout).join();
    }
  }

  static RealHandlers handlers(List<ContainerPort> ports, LiveOptions options) {
    return new RealHandlers(
        new PodAddress(options.address(), ports),
        options.version(),
        options.directory(),
        options.environment());
  }
}
