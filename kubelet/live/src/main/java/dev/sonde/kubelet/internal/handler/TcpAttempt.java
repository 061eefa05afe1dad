package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.model.TcpSocket;
import java.io.IOException;
import java.util.OptionalInt;

/** Connects and closes. Nothing is sent or read. */
final class TcpAttempt implements RealAttempt {

  private final TcpSocket handler;
  private final PodAddress pod;

  TcpAttempt(TcpSocket handler, PodAddress pod) {
    this.handler = handler;
    this.pod = pod;
  }

  @Override
  public AttemptOutcome make(AttemptDeadline deadline) {
    OptionalInt port = pod.number(handler.port());
    if (port.isEmpty()) {
      return AttemptOutcome.error(pod.complaint(handler.port()));
    }
    String host = handler.host().filter(written -> !written.isEmpty()).orElse(pod.ip());
    try {
      DirectDialer.dial(host, port.getAsInt(), deadline).close();
      return AttemptOutcome.success("connected");
    } catch (IOException | IllegalArgumentException trouble) {
      return deadline.expired() ? AttemptOutcome.timedOut(deadline.timeout()) : refused(trouble);
    }
  }

  private static AttemptOutcome refused(Exception trouble) {
    return AttemptOutcome.failure(
        trouble instanceof IOException io
            ? AttemptReasons.of(io)
            : AttemptReasons.oneLine("" + trouble));
  }
}
