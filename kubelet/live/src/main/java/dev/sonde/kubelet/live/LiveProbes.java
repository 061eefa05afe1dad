package dev.sonde.kubelet.live;

import dev.sonde.kubelet.Outcome;
import dev.sonde.kubelet.internal.handler.Attempt;
import dev.sonde.kubelet.internal.handler.Attempts;
import dev.sonde.kubelet.internal.handler.Handlers;
import dev.sonde.kubelet.internal.prober.ProbeHandler;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Makes the attempts of probes for real and brings their outcomes back to the event loop. */
final class LiveProbes implements AutoCloseable {

  /** A hook has no time limit of its own; the grace period goes on without it. */
  private static final Duration LONGEST_HOOK = Duration.ofHours(1);

  private final RealLoop loop;
  private final Handlers handlers;
  private final Duration leastTimeout;
  private final Attempts attempts = new Attempts();

  LiveProbes(RealLoop loop, Handlers handlers, Duration leastTimeout) {
    this.loop = loop;
    this.handlers = handlers;
    this.leastTimeout = leastTimeout;
  }

  ProbeHandler handler(Probe probe) {
    Attempt attempt =
        probe
            .handler()
            .map(handlers::attempt)
            .orElse(deadline -> Outcome.error("the probe has no handler"));
    Duration told = Duration.ofSeconds(Math.max(probe.timing().timeoutSeconds(), 1));
    Duration timeout = onTheWall(told);
    return done -> onLoop(attempts.make(attempt, timeout, told), done);
  }

  /** What an application takes to answer is not compressed, so its time to do so has a floor. */
  private Duration onTheWall(Duration told) {
    Duration compressed = Duration.ofNanos((long) (told.toNanos() / loop.factor()));
    Duration floor = told.compareTo(leastTimeout) < 0 ? told : leastTimeout;
    return compressed.compareTo(floor) < 0 ? floor : compressed;
  }

  /** Does once what a hook says. */
  void run(Handler action, Runnable done) {
    onLoop(attempts.make(handlers.attempt(action), LONGEST_HOOK), any -> done.run());
  }

  private void onLoop(CompletableFuture<Outcome> coming, Consumer<Outcome> done) {
    CompletableFuture<Void> unused =
        coming.thenAccept(outcome -> loop.at(loop.now(), () -> done.accept(outcome)));
  }

  @Override
  public void close() {
    attempts.close();
  }
}
