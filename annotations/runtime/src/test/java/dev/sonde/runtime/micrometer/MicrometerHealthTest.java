package dev.sonde.runtime.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.Eventually;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MicrometerHealthTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicReference<Health> answer = new AtomicReference<>(Health.up());
  private final HealthEndpoints endpoints =
      HealthEndpoints.builder("orders", 8081)
          .readiness("/readyz", Duration.ofSeconds(30), List.of(Check.health("queue", answer::get)))
          .listener(new MicrometerHealth(registry))
          .build();

  private double statusAfter(Health health, long runs) throws Exception {
    answer.set(health);
    endpoints.ask(EndpointKind.READINESS).toCompletableFuture().join();
    assertThat(Eventually.awaitAnswer(runs, this::recordedRuns)).isEqualTo(runs);
    return registry
        .get("sonde.check.status")
        .tags("container", "orders", "probes", "readiness", "check", "queue")
        .gauge()
        .value();
  }

  private long recordedRuns() {
    Timer timer = registry.find("sonde.check.duration").timer();
    return timer == null ? 0 : timer.count();
  }

  @Test
  void tellsStatusAgeAndDurationOfEachCheck() throws Exception {
    assertThat(statusAfter(Health.up(), 1)).isEqualTo(1);
    assertThat(statusAfter(Health.degraded(), 2)).isEqualTo(0.5);
    assertThat(statusAfter(Health.down(), 3)).isEqualTo(0);

    assertThat(registry.get("sonde.check.age").gauge().value()).isBetween(0.0, 60.0);
    assertThat(registry.get("sonde.check.duration").timer().count()).isEqualTo(3);
    assertThat(registry.getMeters()).hasSize(3);
  }
}
