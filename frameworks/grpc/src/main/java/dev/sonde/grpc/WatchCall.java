package dev.sonde.grpc;

import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.stub.ServerCallStreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * One call that hears of changes until it ends. A client that does not read its messages has one
 * status waiting for it, the newest, and never more. Thread-safe.
 */
final class WatchCall {

  private final ServerCallStreamObserver<HealthCheckResponse> client;
  private @Nullable ServingStatus waiting; // guarded by this, as are all below
  private @Nullable ServingStatus told;
  private boolean ended;
  private Runnable leaving = () -> {};

  WatchCall(ServerCallStreamObserver<HealthCheckResponse> client) {
    this.client = client;
    client.setOnReadyHandler(this::send);
  }

  synchronized void tell(ServingStatus status) {
    waiting = status;
    send();
  }

  private synchronized void send() {
    if (ended || waiting == null || !client.isReady()) {
      return;
    }
    ServingStatus next = waiting;
    waiting = null;
    if (next != told) {
      told = next;
      client.onNext(HealthCheckResponse.newBuilder().setStatus(next).build());
    }
  }

  /** Says what is to be done when the call ends; at once, if it has ended already. */
  void onLeave(Runnable action) {
    synchronized (this) {
      if (!ended) {
        leaving = action;
        return;
      }
    }
    action.run();
  }

  /** The client has gone. */
  void leave() {
    Runnable action;
    synchronized (this) {
      ended = true;
      action = leaving;
      leaving = () -> {};
    }
    action.run();
  }

  void end(Status status) {
    leave();
    client.onError(status.asRuntimeException());
  }
}
