package dev.sonde.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that watches. */
final class Watching implements ClientResponseObserver<HealthCheckRequest, HealthCheckResponse> {

  private final BlockingQueue<ServingStatus> told = new LinkedBlockingQueue<>();
  private final CompletableFuture<Status> end = new CompletableFuture<>();
  private final boolean oneByOne;
  private volatile ClientCallStreamObserver<HealthCheckRequest> call;

  private Watching(boolean oneByOne) {
    this.oneByOne = oneByOne;
  }

  static Watching all(Channel channel, String name) {
    return begin(new Watching(false), channel, name);
  }

  /** The first comes by itself, each further one when it is asked for. */
  static Watching oneByOne(Channel channel, String name) {
    return begin(new Watching(true), channel, name);
  }

  private static Watching begin(Watching client, Channel channel, String name) {
    HealthGrpc.newStub(channel).watch(RunningService.request(name), client);
    return client;
  }

  ServingStatus next() throws InterruptedException {
    return Objects.requireNonNull(told.poll(30, TimeUnit.SECONDS), "no status came");
  }

  boolean isSilent() {
    assertThat(end).isNotDone();
    return told.isEmpty();
  }

  Status end() throws Exception {
    return end.get(30, TimeUnit.SECONDS);
  }

  void request() {
    call.request(1);
  }

  void cancel() {
    call.cancel("enough", null);
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<HealthCheckRequest> stream) {
    call = stream;
    if (oneByOne) {
      stream.disableAutoRequestWithInitial(1);
    }
  }

  @Override
  public void onNext(HealthCheckResponse response) {
    told.add(response.getStatus());
  }

  @Override
  public void onError(Throwable failure) {
    end.complete(Status.fromThrowable(failure));
  }

  @Override
  public void onCompleted() {
    end.complete(Status.OK);
  }
}
