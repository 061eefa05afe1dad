package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.release.KubernetesVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes one attempt, as the live kubelet makes it. */
final class Once {

  /** More than any answer of a test takes on a busy machine. */
  static final Duration LONG = Duration.ofSeconds(20);

  static final Duration SHORT = Duration.ofMillis(400);

  private Once() {}

  static AttemptOutcome of(Handler handler) {
    return of(handler, LONG);
  }

  static AttemptOutcome of(Handler handler, Duration timeout) {
    PodAddress pod =
        new PodAddress("127.0.0.1", List.of(new ContainerPort(Optional.of("health"), 1)));
    return of(handler, timeout, pod);
  }

  static AttemptOutcome of(Handler handler, Duration timeout, PodAddress pod) {
    return of(handler, timeout, pod, new KubernetesVersion(1, 34));
  }

  static AttemptOutcome by(KubernetesVersion version, Handler handler) {
    return of(handler, LONG, new PodAddress("127.0.0.1", List.of()), version);
  }

  private static AttemptOutcome of(
      Handler handler, Duration timeout, PodAddress pod, KubernetesVersion version) {
    RealHandlers handlers =
        new RealHandlers(
            pod, version, Path.of("").toAbsolutePath(), Map.of("NAME", "from the environment"));
    try (AttemptThreads attempts = new AttemptThreads()) {
      return attempts
          .make(handlers.attempt(handler), timeout)
          .orTimeout(60, TimeUnit.SECONDS)
          .join();
    }
  }

  static HttpGet get(int port, String path, HttpHeader... headers) {
    return new HttpGet(
        Optional.of(path),
        Port.of(port),
        Optional.empty(),
        Optional.empty(),
        List.of(headers),
        Optional.empty());
  }
}
