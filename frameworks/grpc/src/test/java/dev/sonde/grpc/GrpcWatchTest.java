package dev.sonde.grpc;

import static io.grpc.health.v1.HealthCheckResponse.ServingStatus.NOT_SERVING;
import static io.grpc.health.v1.HealthCheckResponse.ServingStatus.SERVICE_UNKNOWN;
import static io.grpc.health.v1.HealthCheckResponse.ServingStatus.SERVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.health.Health;
import dev.sonde.runtime.HealthEndpoints;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One question, and an answer whenever it changes. */
@Timeout(120)
class GrpcWatchTest {

  private static final Duration PERIOD = Duration.ofMillis(10);

  private final Shop shop = new Shop();
  private final HealthEndpoints endpoints = shop.endpoints();
  private final GrpcHealthService health = GrpcHealthService.of(endpoints, PERIOD);

  @Test
  void tellsWhatIsSoAndThenEachChangeInOrder() throws Exception {
    try (RunningService service = RunningService.of(health, Runnable::run)) {
      Watching client = Watching.all(service.channel(), "");
      for (int i = 0; i < 20; i++) {
        assertThat(client.next()).isEqualTo(SERVING);
        shop.queue = Health.down();
        assertThat(client.next()).isEqualTo(NOT_SERVING);
        shop.queue = i % 2 == 0 ? Health.up() : Health.degraded();
      }
      assertThat(client.next()).isEqualTo(SERVING);
      awaitLooks(10);
      assertThat(client.isSilent()).isTrue();
    }
  }

  @Test
  void tellsOfTheStartAndAtOnceOfTheEnd() throws Exception {
    shop.started = false;
    GrpcHealthService slow = GrpcHealthService.of(endpoints, Duration.ofHours(1));
    try (RunningService service = RunningService.of(slow, Runnable::run)) {
      Watching ready = Watching.all(service.channel(), "");
      assertThat(ready.next()).isEqualTo(NOT_SERVING);
      shop.started = true;
      Watching alive = Watching.all(service.channel(), "liveness");
      assertThat(alive.next()).isEqualTo(SERVING);
      Watching another = Watching.all(service.channel(), "readiness");
      assertThat(another.next()).isEqualTo(SERVING);
      endpoints.stopping();
      assertThat(another.next()).isEqualTo(NOT_SERVING);
      assertThat(alive.isSilent()).isTrue();
    }
  }

  @Test
  void goesOnForANameThatItDoesNotKnow() throws Exception {
    try (RunningService service = RunningService.of(health, Runnable::run)) {
      Watching client = Watching.all(service.channel(), "nobody");
      assertThat(client.next()).isEqualTo(SERVICE_UNKNOWN);
      assertThat(client.isSilent()).isTrue();
      health.close();
      assertThat(client.end().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }
  }

  /** However much has happened, the newest is all that waits for a client. */
  @Test
  void keepsTheNewestForAClientThatIsSlow() throws Exception {
    Server server =
        InProcessServerBuilder.forName("slow").directExecutor().addService(health).build().start();
    ManagedChannel channel = InProcessChannelBuilder.forName("slow").directExecutor().build();
    try {
      Watching slow = Watching.oneByOne(channel, "queue");
      Watching quick = Watching.all(channel, "queue");
      assertThat(slow.next()).isEqualTo(SERVING);
      assertThat(quick.next()).isEqualTo(SERVING);
      for (int i = 0; i < 50; i++) {
        shop.queue = Health.down();
        assertThat(quick.next()).isEqualTo(NOT_SERVING);
        shop.queue = Health.up();
        assertThat(quick.next()).isEqualTo(SERVING);
      }
      shop.queue = Health.down();
      assertThat(quick.next()).isEqualTo(NOT_SERVING);
      slow.request();
      assertThat(slow.next()).isEqualTo(NOT_SERVING);
      slow.request();
      awaitLooks(10);
      assertThat(slow.isSilent()).isTrue();
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  @Test
  void asksNothingOnceTheLastClientHasGone() throws Exception {
    try (RunningService service = RunningService.of(health, Runnable::run)) {
      Watching one = Watching.all(service.channel(), "queue");
      Watching other = Watching.all(service.channel(), "queue");
      assertThat(one.next()).isEqualTo(SERVING);
      assertThat(other.next()).isEqualTo(SERVING);
      one.cancel();
      awaitLooks(10);
      other.cancel();
      int before;
      do {
        before = shop.asked.get();
        TimeUnit.MILLISECONDS.sleep(PERIOD.toMillis() * 20);
      } while (shop.asked.get() > before);
      assertThat(service.check("queue")).isEqualTo(SERVING);
    }
  }

  @Test
  void letsAServerEnd() throws Exception {
    try (RunningService service = RunningService.of(health, Runnable::run)) {
      Watching client = Watching.all(service.channel(), "");
      assertThat(client.next()).isEqualTo(SERVING);
      endpoints.stopping();
      assertThat(client.next()).isEqualTo(NOT_SERVING);
      health.close();
      assertThat(client.end().getDescription()).isEqualTo("The server is stopping.");
      assertThat(Watching.all(service.channel(), "").end().getCode())
          .isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(service.check("liveness")).isEqualTo(SERVING);
      service.channel().shutdown();
      service.server().shutdown();
      assertThat(service.server().awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void refusesAPeriodThatIsNone() {
    assertThatThrownBy(() -> GrpcHealthService.of(endpoints, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period PT0S is not more than 0");
  }

  private void awaitLooks(int more) throws InterruptedException {
    int until = shop.asked.get() + more;
    while (shop.asked.get() < until) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
