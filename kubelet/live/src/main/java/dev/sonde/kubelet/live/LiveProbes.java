package dev.sonde.kubelet.live;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.handler.AttemptThreads;
import dev.sonde.kubelet.internal.handler.RealAttempt;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.kubelet.internal.prober.ProbeHandler;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Makes the attempts of probes for real and brings their outcomes back to the event loop. */
final class LiveProbes implements AutoCloseable {

  /** Where the release lets a hook run on, it has no time limit of its own. */
  private static final Duration LONGEST_HOOK = Duration.ofHours(1);

  private final RealLoop loop;
  private final RealHandlers handlers;
  private final Duration leastTimeout;
  private final AttemptThreads attempts = new AttemptThreads();

  LiveProbes(RealLoop loop, RealHandlers handlers, Duration leastTimeout) {
    this.loop = loop;
    this.handlers = handlers;
    this.leastTimeout = leastTimeout;
  }

  ProbeHandler handler(Probe probe) {
    RealAttempt attempt =
        probe
            .handler()
            .map(handlers::attempt)
            .orElse(deadline -> AttemptOutcome.error("the probe has no handler"));
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

  /** Does once what a hook says, for so many nanoseconds of the loop at most. */
  void run(Handler action, long limit, Runnable done) {
    Duration wall = Duration.ofNanos((long) (limit / loop.factor()));
    Duration time = wall.compareTo(LONGEST_HOOK) < 0 ? wall : LONGEST_HOOK;
    onLoop(attempts.make(handlers.attempt(action), time), any -> done.run());
  }

  private void onLoop(CompletableFuture<AttemptOutcome> coming, Consumer<AttemptOutcome> done) {
    CompletableFuture<Void> unused =
        coming.thenAccept(outcome -> loop.at(loop.now(), () -> done.accept(outcome)));
  }

  @Override
  public void close() {
    attempts.close();
  }
}
