package dev.sonde.kubelet.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.model.Grpc;
import dev.sonde.release.KubernetesVersion;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.TlsServerCredentials;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the health service that gRPC itself ships. */
class GrpcAttemptTest {

  private final HealthStatusManager health = new HealthStatusManager();
  private final AtomicReference<String> userAgent = new AtomicReference<>("");
  private Server server;

  @BeforeEach
  void startServer() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(health.getHealthService())
            .intercept(new UserAgentReader())
            .build()
            .start();
  }

  @AfterEach
  void stopServer() {
    server.shutdownNow();
  }

  private final class UserAgentReader implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      userAgent.set(headers.get(Metadata.Key.of("user-agent", Metadata.ASCII_STRING_MARSHALLER)));
      return next.startCall(call, headers);
    }
  }

  private AttemptOutcome ask(String service) {
    return Once.of(
        new Grpc(
            server.getPort(),
            Optional.of(service).filter(name -> !name.isEmpty()),
            Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "SERVING, SUCCESS, SERVING",
    "NOT_SERVING, FAILURE, service status NOT_SERVING",
    "UNKNOWN, FAILURE, service status UNKNOWN"
  })
  void onlyServingIsSuccess(ServingStatus status, AttemptVerdict verdict, String reason) {
    health.setStatus("", status);
    assertThat(ask("")).isEqualTo(new AttemptOutcome(verdict, reason));
  }

  @Test
  void asksForTheServiceByName() {
    health.setStatus("", ServingStatus.NOT_SERVING);
    String longName = "s".repeat(300);
    health.setStatus(longName, ServingStatus.SERVING);
    assertThat(ask(longName).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
  }

  @Test
  void anUnknownServiceIsAFailure() {
    assertThat(ask("nobody"))
        .isEqualTo(AttemptOutcome.failure("the server does not know the service"));
  }

  @Test
  void namesItself() {
    ask("");
    assertThat(userAgent.get()).startsWith("kube-probe/1.34");
  }

  @Test
  void aServerWithoutTheHealthServiceIsAFailure() throws IOException {
    Server bare = NettyServerBuilder.forPort(0).build().start();
    try {
      assertThat(Once.of(new Grpc(bare.getPort(), Optional.empty(), Optional.empty())))
          .isEqualTo(AttemptOutcome.failure("the server does not implement grpc.health.v1.Health"));
    } finally {
      bare.shutdownNow();
    }
  }

  /** The certificate is of another name and has expired. */
  @Test
  void aServerThatSpeaksTlsAloneIsAskedOverTls() throws Exception {
    health.setStatus("", ServingStatus.SERVING);
    Server coded =
        NettyServerBuilder.forAddress(
                new InetSocketAddress("127.0.0.1", 0),
                TlsServerCredentials.newBuilder()
                    .keyManager(ExpiredCertificate.keyManagers())
                    .build())
            .addService(health.getHealthService())
            .build()
            .start();
    try {
      Grpc plain = Grpc.of(coded.getPort());
      Grpc overTls = plain.withMode(Grpc.TLS);
      assertThat(Once.by(KubernetesVersion.DEFAULT, overTls))
          .isEqualTo(AttemptOutcome.success("SERVING"));
      health.setStatus("", ServingStatus.NOT_SERVING);
      assertThat(Once.by(KubernetesVersion.DEFAULT, overTls))
          .isEqualTo(AttemptOutcome.failure("service status NOT_SERVING"));
      assertThat(Once.by(KubernetesVersion.DEFAULT, plain).verdict())
          .isEqualTo(AttemptVerdict.FAILURE);
      assertThat(Once.by(new KubernetesVersion(1, 36), overTls).verdict())
          .isEqualTo(AttemptVerdict.FAILURE);
    } finally {
      coded.shutdownNow();
    }
  }

  @Test
  void aServerThatSpeaksNoTlsIsAFailureOverTls() {
    health.setStatus("", ServingStatus.SERVING);
    assertThat(
            Once.by(KubernetesVersion.DEFAULT, Grpc.of(server.getPort()).withMode(Grpc.TLS))
                .verdict())
        .isEqualTo(AttemptVerdict.FAILURE);
  }

  @Test
  void aRefusedConnectionIsTriedUntilTheTimeIsUp() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertThat(Once.of(new Grpc(port, Optional.empty(), Optional.empty()), Once.SHORT))
        .isEqualTo(AttemptOutcome.failure("no answer within 400ms"));
  }

  @Test
  void aServerThatNeverAnswersIsAFailure() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      assertThat(
              Once.of(
                  new Grpc(silent.getLocalPort(), Optional.empty(), Optional.empty()), Once.SHORT))
          .isEqualTo(AttemptOutcome.failure("no answer within 400ms"));
    }
  }

  @Test
  void aServerThatSpeaksSomethingElseIsAFailure() throws IOException {
    try (RawServer http = RawServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(
              Once.of(new Grpc(http.port(), Optional.empty(), Optional.empty()), Once.SHORT)
                  .verdict())
          .isEqualTo(AttemptVerdict.FAILURE);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "65536"})
  void anImpossiblePortIsAFailure(int port) {
    assertThat(Once.of(new Grpc(port, Optional.empty(), Optional.empty())).verdict())
        .isEqualTo(AttemptVerdict.FAILURE);
  }
}
