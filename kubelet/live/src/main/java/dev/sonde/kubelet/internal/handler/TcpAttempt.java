package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.Outcome;
import dev.sonde.model.TcpSocket;
import java.io.IOException;
import java.util.OptionalInt;

/** Connects and closes. Nothing is sent or read. */
final class TcpAttempt implements Attempt {

  private final TcpSocket handler;
  private final PodAddress pod;

  TcpAttempt(TcpSocket handler, PodAddress pod) {
    this.handler = handler;
    this.pod = pod;
  }

  @Override
  public Outcome make(Deadline deadline) {
    OptionalInt port = pod.number(handler.port());
    if (port.isEmpty()) {
      return Outcome.error(pod.complaint(handler.port()));
    }
    String host = handler.host().filter(written -> !written.isEmpty()).orElse(pod.ip());
    try {
      Dialer.dial(host, port.getAsInt(), deadline).close();
      return Outcome.success("connected");
    } catch (IOException | IllegalArgumentException trouble) {
      return deadline.expired() ? Reasons.timedOut(deadline.timeout()) : refused(trouble);
    }
  }

  private static Outcome refused(Exception trouble) {
    return Outcome.failure(
        trouble instanceof IOException io ? Reasons.of(io) : Reasons.oneLine("" + trouble));
  }
}
