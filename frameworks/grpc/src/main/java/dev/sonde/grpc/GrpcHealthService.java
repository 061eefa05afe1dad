package dev.sonde.grpc;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.ProbeReport;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * gRPC's health service, {@code grpc.health.v1.Health}, answered from the states that the HTTP
 * endpoints tell: one more service of the application's server. Thread-safe.
 *
 * <p>The empty service is readiness, as clients understand it; {@code startup}, {@code liveness}
 * and {@code readiness} are the probes that are declared, a check's name is that check, and {@code
 * readiness/name} too where several probes have a check of that name. A check that is merely
 * degraded, or fails and is not required, is {@code SERVING}. Another name is {@code NOT_FOUND},
 * and {@code SERVICE_UNKNOWN} for those who watch.
 *
 * <p>No call waits on a thread, so the service may run on the transport's own. Each {@code Check}
 * is answered by the probe's deadline. A client of {@code Watch} gets the current state and then
 * each change, in order; one that is slow misses what has passed.
 */
public final class GrpcHealthService extends HealthGrpc.HealthImplBase implements AutoCloseable {

  /** The time from one look at a watched probe to the next. */
  public static final Duration WATCH_PERIOD = Duration.ofSeconds(1);

  /** Each has a little memory of the server for itself. */
  private static final int MOST_WATCHES = 10_000;

  private final Map<String, ServedName> names;
  private final Set<WatchCall> watches = new HashSet<>(); // guarded by itself, as is the next
  private boolean closed;

  private GrpcHealthService(Map<String, ServedName> names) {
    this.names = Map.copyOf(names);
  }

  /**
   * {@return the service} Watched probes are asked every {@link #WATCH_PERIOD}.
   *
   * @param endpoints what to serve; the same object as an HTTP server beside it, if there is one
   */
  public static GrpcHealthService of(HealthEndpoints endpoints) {
    return of(endpoints, WATCH_PERIOD);
  }

  /**
   * {@return the service}
   *
   * @param endpoints what to serve; the same object as an HTTP server beside it, if there is one
   * @param watchPeriod the time from one look to the next as long as a client watches, more than 0
   * @throws IllegalArgumentException if the period is not more than 0
   */
  public static GrpcHealthService of(HealthEndpoints endpoints, Duration watchPeriod) {
    return new GrpcHealthService(ServedName.of(endpoints, watchPeriod));
  }

  @Override
  public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> client) {
    ServedName name = names.get(request.getService());
    if (name == null) {
      client.onError(
          Status.NOT_FOUND
              .withDescription("No such health service; there are those of probes and checks.")
              .asRuntimeException());
      return;
    }
    onCancel(client, () -> {}); // Else to answer a client that has gone is an exception.
    name.asking()
        .get()
        .thenAccept(
            report -> {
              client.onNext(HealthCheckResponse.newBuilder().setStatus(status(report)).build());
              client.onCompleted();
            });
  }

  @Override
  public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> client) {
    WatchCall call = new WatchCall((ServerCallStreamObserver<HealthCheckResponse>) client);
    onCancel(client, () -> leave(call));
    Status refusal = enter(call);
    if (!refusal.isOk()) {
      call.end(refusal);
      return;
    }
    ServedName name = names.get(request.getService());
    if (name == null) {
      call.tell(ServingStatus.SERVICE_UNKNOWN);
    } else {
      call.onLeave(name.watch().add(report -> call.tell(status(report))));
    }
  }

  private static void onCancel(StreamObserver<HealthCheckResponse> client, Runnable action) {
    ((ServerCallStreamObserver<HealthCheckResponse>) client).setOnCancelHandler(action);
  }

  private Status enter(WatchCall call) {
    synchronized (watches) {
      if (closed) {
        return Status.UNAVAILABLE.withDescription("The server is stopping.");
      }
      if (watches.size() >= MOST_WATCHES) {
        return Status.RESOURCE_EXHAUSTED.withDescription(MOST_WATCHES + " clients watch already.");
      }
      watches.add(call);
      return Status.OK;
    }
  }

  private void leave(WatchCall call) {
    synchronized (watches) {
      watches.remove(call);
    }
    call.leave();
  }

  private static ServingStatus status(ProbeReport report) {
    return report.passes() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
  }

  /**
   * Ends all watching, with {@code UNAVAILABLE}: a gRPC server waits for its open calls, so do this
   * before you wait for its end. Until then, {@link HealthEndpoints#stopping} tells clients that it
   * does not serve. {@code Check} is answered as before.
   */
  @Override
  public void close() {
    List<WatchCall> open;
    synchronized (watches) {
      closed = true;
      open = List.copyOf(watches);
      watches.clear();
    }
    open.forEach(call -> call.end(Status.UNAVAILABLE.withDescription("The server is stopping.")));
  }
}
