package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.SingleAttempt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends one plain request, beside the probes: a switch of the application to be tripped. */
final class OneRequest {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Optional<RequestUrl> target;
  private final Consumer<String> out;

  OneRequest(Optional<RequestUrl> target, Consumer<String> out) {
    this.target = target;
    this.out = out;
  }

  /** Sends it on a thread of its own, so that no probe waits for it. */
  void send(long at) {
    target.ifPresent(
        known -> {
          Thread sender = new Thread(() -> send(known, at), "sonde-request");
          sender.setDaemon(true);
          sender.start();
        });
  }

  private void send(RequestUrl known, long at) {
    AttemptOutcome outcome =
        SingleAttempt.make(known.handler(), LONGEST, List.of(), LiveOptions.builder().build());
    out.accept("t=" + NanoTime.text(at) + " GET " + known.url() + ": " + outcome.reason());
  }
}
