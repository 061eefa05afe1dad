package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.KubernetesVersion;
import dev.sonde.kubelet.Outcome;
import dev.sonde.model.Grpc;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Calls {@code grpc.health.v1.Health/Check} without TLS. Only {@code SERVING} is success; nothing
 * is ever an error. A connection that is refused is tried again until the time is up, as the
 * kubelet does.
 */
final class GrpcAttempt implements Attempt {

  private static final MethodDescriptor<String, HealthStatus> CHECK =
      MethodDescriptor.<String, HealthStatus>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName(
              MethodDescriptor.generateFullMethodName("grpc.health.v1.Health", "Check"))
          .setRequestMarshaller(new HealthRequestMarshaller())
          .setResponseMarshaller(new HealthStatusMarshaller())
          .build();

  private final Grpc handler;
  private final PodAddress pod;
  private final KubernetesVersion version;

  GrpcAttempt(Grpc handler, PodAddress pod, KubernetesVersion version) {
    this.handler = handler;
    this.pod = pod;
    this.version = version;
  }

  @Override
  public Outcome make(Deadline deadline) {
    if (handler.port() < 1 || handler.port() > 65535) {
      return Outcome.failure("port " + handler.port() + " is outside 1..65535");
    }
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(pod.ip(), handler.port())
            .usePlaintext()
            .userAgent("kube-probe/" + version)
            .proxyDetector(address -> null)
            .build();
    try {
      deadline.guard(channel::shutdownNow);
      CallOptions options =
          CallOptions.DEFAULT
              .withWaitForReady()
              .withDeadlineAfter(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      String service = handler.service().orElse("");
      return judge(ClientCalls.blockingUnaryCall(channel, CHECK, options, service));
    } catch (StatusRuntimeException refused) {
      return failure(refused.getStatus(), deadline);
    } catch (SocketTimeoutException late) {
      return Reasons.timedOut(deadline.timeout());
    } finally {
      channel.shutdownNow();
    }
  }

  private static Outcome judge(HealthStatus status) {
    return status == HealthStatus.SERVING
        ? Outcome.success(status.name())
        : Outcome.failure("service status " + status);
  }

  private static Outcome failure(Status status, Deadline deadline) {
    if (deadline.expired()) {
      return Reasons.timedOut(deadline.timeout());
    }
    return switch (status.getCode()) {
      case DEADLINE_EXCEEDED -> Reasons.timedOut(deadline.timeout());
      case UNIMPLEMENTED -> Outcome.failure("the server does not implement grpc.health.v1.Health");
      case NOT_FOUND -> Outcome.failure("the server does not know the service");
      default -> Outcome.failure(Reasons.oneLine("gRPC status " + status.getCode()));
    };
  }
}
