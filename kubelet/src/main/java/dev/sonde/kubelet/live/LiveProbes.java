package dev.sonde.kubelet.live;

import dev.sonde.kubelet.handler.Attempt;
import dev.sonde.kubelet.handler.Attempts;
import dev.sonde.kubelet.handler.Handlers;
import dev.sonde.kubelet.prober.Outcome;
import dev.sonde.kubelet.prober.ProbeHandler;
import dev.sonde.kubelet.time.RealLoop;
import dev.sonde.model.Probe;
import java.time.Duration;

/** Makes the attempts of probes for real and brings their outcomes back to the event loop. */
final class LiveProbes implements AutoCloseable {

  private final RealLoop loop;
  private final Handlers handlers;
  private final Attempts attempts = new Attempts();

  LiveProbes(RealLoop loop, Handlers handlers) {
    this.loop = loop;
    this.handlers = handlers;
  }

  ProbeHandler handler(Probe probe) {
    Attempt attempt =
        probe
            .handler()
            .map(handlers::attempt)
            .orElse(deadline -> Outcome.error("the probe has no handler"));
    long seconds = Math.max(probe.timing().timeoutSeconds(), 1);
    Duration timeout = Duration.ofNanos((long) (seconds * 1e9 / loop.factor()));
    return done ->
        attempts.make(attempt, timeout, outcome -> loop.at(loop.now(), () -> done.accept(outcome)));
  }

  @Override
  public void close() {
    attempts.close();
  }
}
