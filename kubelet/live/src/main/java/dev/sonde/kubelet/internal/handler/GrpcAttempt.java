package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.model.Grpc;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/**
 * Calls {@code grpc.health.v1.Health/Check}, over TLS without a check of the certificate where the
 * mode says so. Only {@code SERVING} is success; nothing is ever an error. A connection that is
 * refused is tried again until the time is up, as the kubelet does.
 */
final class GrpcAttempt implements RealAttempt {

  private static final String CHECK = "/grpc.health.v1.Health/Check";
  private static final int MAX_ANSWER = 4096;

  /** gRPC's first wait between connections; the next ones are longer. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private static final double LONGER = 1.6;

  private final Grpc handler;
  private final String scheme;
  private final PodAddress pod;
  private final KubernetesVersion version;

  GrpcAttempt(Grpc handler, PodAddress pod, KubernetesVersion version) {
    this.handler = handler;
    this.scheme = handler.overTls() && version.hasProbeProtocols() ? "https" : "http";
    this.pod = pod;
    this.version = version;
  }

  @Override
  public AttemptOutcome make(AttemptDeadline deadline) {
    if (handler.port() < 1 || handler.port() > 65535) {
      return AttemptOutcome.failure("port " + handler.port() + " is outside 1..65535");
    }
    try {
      return judge(call(deadline), deadline);
    } catch (IOException trouble) {
      return deadline.expired()
          ? AttemptOutcome.timedOut(deadline.timeout())
          : AttemptOutcome.failure(AttemptReasons.of(trouble));
    }
  }

  private Http2Answer call(AttemptDeadline deadline) throws IOException {
    HttpHost target = new HttpHost(scheme, pod.ip(), handler.port());
    byte[] message = HealthMessages.request(handler.service().orElse(""));
    for (Duration wait = FIRST_WAIT; ; wait = Duration.ofNanos((long) (wait.toNanos() * LONGER))) {
      try {
        return Http2Exchange.send(target, request(deadline), message, MAX_ANSWER, deadline);
      } catch (ConnectException refused) {
        deadline.await(wait);
      }
    }
  }

  private BasicHttpRequest request(AttemptDeadline deadline) throws IOException {
    BasicHttpRequest request = new BasicHttpRequest("POST", CHECK);
    request.setScheme(scheme);
    request.setAuthority(
        Http2Exchange.authority(new HttpHost(pod.ip(), handler.port()).toHostString()));
    request.addHeader("content-type", "application/grpc");
    request.addHeader("te", "trailers");
    request.addHeader("user-agent", "kube-probe/" + version);
    request.addHeader("grpc-timeout", deadline.left().toMillis() + "m");
    return request;
  }

  private static AttemptOutcome judge(Http2Answer answer, AttemptDeadline deadline)
      throws IOException {
    GrpcStatus status = GrpcStatus.of(answer);
    return switch (status) {
      case OK -> judge(HealthMessages.status(answer.body()));
      case DEADLINE_EXCEEDED -> AttemptOutcome.timedOut(deadline.timeout());
      case UNIMPLEMENTED ->
          AttemptOutcome.failure("the server does not implement grpc.health.v1.Health");
      case NOT_FOUND -> AttemptOutcome.failure("the server does not know the service");
      default -> AttemptOutcome.failure("gRPC status " + status);
    };
  }

  private static AttemptOutcome judge(HealthStatus status) {
    return status == HealthStatus.SERVING
        ? AttemptOutcome.success(status.name())
        : AttemptOutcome.failure("service status " + status);
  }
}
