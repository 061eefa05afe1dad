package dev.sonde.grpc;

import static io.grpc.health.v1.HealthCheckResponse.ServingStatus.NOT_SERVING;
import static io.grpc.health.v1.HealthCheckResponse.ServingStatus.SERVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthRequest;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One question, one answer. */
@Timeout(120)
class GrpcCheckTest {

  private final Shop shop = new Shop();

  @ParameterizedTest
  @CsvSource({
    "'',                UP,       SERVING",
    "'',                DEGRADED, SERVING",
    "'',                DOWN,     NOT_SERVING",
    "readiness,         DOWN,     NOT_SERVING",
    "queue,             DOWN,     NOT_SERVING",
    "readiness/queue,   DOWN,     NOT_SERVING",
    "mail,              UP,       SERVING",
    "readiness/mail,    UP,       SERVING",
    "liveness,          DOWN,     SERVING",
    "startup,           DOWN,     SERVING",
    "loaded,            DOWN,     SERVING",
    "startup/loaded,    DOWN,     SERVING",
    "liveness/works,    DOWN,     SERVING",
    "readiness/works,   DOWN,     SERVING"
  })
  void answersForProbesAndChecks(String name, String queue, ServingStatus answer) throws Exception {
    shop.queue = Health.up().withStatus(Health.Status.valueOf(queue));
    try (RunningService service = start(shop.endpoints())) {
      assertThat(service.check(name)).isEqualTo(answer);
    }
  }

  /** The name alone means readiness' check; liveness' has its probe before it. */
  @Test
  void tellsChecksOfOneNameApart() throws Exception {
    shop.works = false;
    try (RunningService service = start(shop.endpoints())) {
      assertThat(service.check("works")).isEqualTo(SERVING);
      assertThat(service.check("liveness/works")).isEqualTo(NOT_SERVING);
      assertThat(service.check("liveness")).isEqualTo(NOT_SERVING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "Readiness", "readiness/", "liveness/queue", "/readyz"})
  void knowsNoOtherNames(String name) throws Exception {
    try (RunningService service = start(shop.endpoints())) {
      assertThatThrownBy(() -> service.check(name))
          .isInstanceOf(StatusRuntimeException.class)
          .extracting(thrown -> ((StatusRuntimeException) thrown).getStatus().getCode())
          .isEqualTo(Status.Code.NOT_FOUND);
    }
  }

  @Test
  void doesNotKnowAProbeThatIsNotDeclared() throws Exception {
    try (RunningService service = start(shop.hanging())) {
      assertThatThrownBy(() -> service.check("startup")).hasMessageStartingWith("NOT_FOUND");
    }
    shop.hangs.countDown();
  }

  @Test
  void saysWhatTheHttpEndpointsSay() throws Exception {
    HealthEndpoints endpoints = shop.endpoints();
    try (RunningService service = start(endpoints)) {
      shop.started = false;
      assertThat(service.check("")).isEqualTo(NOT_SERVING);
      assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(503);
      shop.started = true;
      assertThat(service.check("startup")).isEqualTo(SERVING);
      assertThat(service.check("")).isEqualTo(SERVING);
      assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(200);
      endpoints.stopping();
      assertThat(service.check("")).isEqualTo(NOT_SERVING);
      assertThat(service.check("readiness")).isEqualTo(NOT_SERVING);
      assertThat(service.check("liveness")).isEqualTo(SERVING);
    }
  }

  /** The server has one thread for all calls; were it blocked, nobody else would be answered. */
  @Test
  void isAnsweredInTimeAndBlocksNoThreadWhenACheckHangs() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try (RunningService service = RunningService.of(GrpcHealthService.of(shop.hanging()), one)) {
      service.check("liveness"); // So that no time goes into the first call's classes.
      List<ListenableFuture<HealthCheckResponse>> stuck = new ArrayList<>();
      long begin = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        stuck.add(
            HealthGrpc.newFutureStub(service.channel()).check(RunningService.request("stuck")));
        stuck.add(HealthGrpc.newFutureStub(service.channel()).check(RunningService.request("")));
      }
      assertThat(service.check("liveness")).isEqualTo(SERVING);
      assertThat(stuck).noneMatch(ListenableFuture::isDone);
      for (ListenableFuture<HealthCheckResponse> answer : stuck) {
        assertThat(answer.get(30, TimeUnit.SECONDS).getStatus()).isEqualTo(NOT_SERVING);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThanOrEqualTo(HealthEndpoints.deadline(Shop.TIMEOUT))
          .isLessThan(Duration.ofSeconds(10));
    } finally {
      shop.hangs.countDown();
      one.shutdownNow();
    }
  }

  /** It asks the service that asks it. */
  @Test
  void aCheckThatAsksItselfIsNotServingInTime() throws Exception {
    AtomicReference<RunningService> own = new AtomicReference<>();
    HealthEndpoints endpoints =
        HealthEndpoints.builder("shop", 8081)
            .liveness("/livez", Shop.TIMEOUT, List.of())
            .readiness(
                "/readyz",
                Shop.TIMEOUT,
                List.of(Check.bool("circle", () -> own.get().check("") == SERVING)))
            .build();
    try (RunningService service = start(endpoints)) {
      own.set(service);
      assertThat(service.check("")).isEqualTo(NOT_SERVING);
      assertThat(service.check("liveness")).isEqualTo(SERVING);
    }
  }

  /** As where a framework adds one, too: gRPC says nothing of it. */
  @Test
  void ofTwoHealthServicesTheLastOneIsAsked() throws Exception {
    BindableService store = new HealthStatusManager().getHealthService();
    GrpcHealthService sondes = GrpcHealthService.of(shop.endpoints());
    shop.queue = Health.down();
    try (RunningService service =
        RunningService.of(sondes, Runnable::run, List.of(store, sondes))) {
      assertThat(service.check("")).isEqualTo(NOT_SERVING);
    }
    try (RunningService service =
        RunningService.of(sondes, Runnable::run, List.of(sondes, store))) {
      assertThat(service.check("")).isEqualTo(SERVING);
    }
  }

  private static RunningService start(HealthEndpoints endpoints) throws Exception {
    return RunningService.of(GrpcHealthService.of(endpoints), Runnable::run);
  }
}
