package dev.sonde.micronaut;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.CheckId;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.runtime.http.scope.RequestScope;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Indicators as there should be none, each there only where a property names it. */
final class OddIndicators {

  private OddIndicators() {}

  private static Publisher<HealthResult> result(HealthStatus status) {
    return Mono.just(HealthResult.builder("odd", status).build());
  }

  @Singleton
  @Requires(property = "odd", value = "throwing")
  static class ThrowingIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      throw new IllegalStateException("no");
    }
  }

  @Singleton
  @Requires(property = "odd", value = "failing")
  static class FailingIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return Flux.error(new IllegalStateException("cannot say"));
    }
  }

  @Singleton
  @Requires(property = "odd", value = "speechless")
  static class SpeechlessIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return subscriber -> subscriber.onError(null);
    }
  }

  /** It says the same to all who have subscribed, and to each of them twice. */
  @Singleton
  @Requires(property = "odd", value = "insistent")
  static class InsistentIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return subscriber -> {
        result(HealthStatus.UP).subscribe(subscriber);
        result(HealthStatus.DOWN).subscribe(subscriber);
      };
    }
  }

  @Singleton
  @Requires(property = "odd", value = "silent")
  static class SilentIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return Flux.empty();
    }
  }

  @Singleton
  @Requires(property = "odd", value = "null")
  static class NullHealthIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return null;
    }
  }

  @Singleton
  @Requires(property = "odd", value = "endless")
  static class EndlessIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return Flux.from(result(HealthStatus.UP)).concatWith(Mono.never());
    }
  }

  @Singleton
  @Requires(property = "odd", value = "unknown")
  static class UnknownIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return Mono.just(HealthResult.builder("unknown").build());
    }
  }

  @Singleton
  @Requires(property = "odd", value = "own")
  static class OwnIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return result(new HealthStatus("ODD"));
    }
  }

  @Singleton
  @Requires(property = "odd", value = "broken-off")
  static class BrokenOffIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return result(new HealthStatus("ODD", null, false, null));
    }
  }

  @Singleton
  @Requires(property = "odd", value = "several")
  static class SeveralIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return Flux.just(
          HealthResult.builder("one", HealthStatus.UP).details(Map.of("size", 3)).build(),
          HealthResult.builder("two", new HealthStatus("ODD")).build(),
          HealthResult.builder("three", HealthStatus.DOWN).details("gone").build(),
          HealthResult.builder("four", HealthStatus.UP).build());
    }
  }

  @Singleton
  @Requires(property = "odd", value = "nested")
  static class NestedIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      HealthResult inner =
          HealthResult.builder("inner", HealthStatus.UP).details(Map.of("well", true)).build();
      return Mono.just(
          HealthResult.builder("outer", HealthStatus.UP).details(Map.of("pool", inner)).build());
    }
  }

  @Singleton
  @Requires(property = "odd", value = "unmade")
  static class UnmadeIndicator implements HealthIndicator {
    UnmadeIndicator() {
      throw new IllegalStateException("cannot be made");
    }

    @Override
    public Publisher<HealthResult> getResult() {
      return result(HealthStatus.UP);
    }
  }

  /** The endpoint needs all indicators, this one as well. */
  @Singleton
  @Requires(property = "odd", value = "cyclic")
  static class CyclicIndicator implements HealthIndicator {
    private final HealthEndpoint endpoint;

    CyclicIndicator(HealthEndpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public Publisher<HealthResult> getResult() {
      return endpoint.getHealth(null);
    }
  }

  /** It asks readiness, of which it is a part. */
  @Singleton
  @Requires(property = "odd", value = "asking")
  static class AskingIndicator implements HealthIndicator {
    private final ServedProbes served;

    AskingIndicator(ServedProbes served) {
      this.served = served;
    }

    @Override
    public Publisher<HealthResult> getResult() {
      boolean passes =
          served
              .endpoints()
              .orElseThrow()
              .ask(EndpointKind.READINESS)
              .toCompletableFuture()
              .join()
              .passes();
      return result(passes ? HealthStatus.UP : HealthStatus.DOWN);
    }
  }

  /** Lives as long as a request, which a probe is not. */
  @RequestScope
  @Requires(property = "odd", value = "requested")
  static class RequestedIndicator implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
      return result(HealthStatus.UP);
    }
  }

  @Liveness
  @Singleton
  @Requires(property = "odd", value = "blocking")
  static class BlockingIndicator implements HealthIndicator {
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    void release() {
      released.countDown();
    }

    int calls() {
      return calls.get();
    }

    @Override
    public Publisher<HealthResult> getResult() {
      calls.incrementAndGet();
      while (released.getCount() > 0) {
        try {
          released.await();
        } catch (InterruptedException deaf) {
          // A client without a time-out would not hear it either.
        }
      }
      return result(HealthStatus.UP);
    }
  }

  @EachProperty("pools")
  @Requires(property = "odd", value = "each")
  record Pool(@Parameter String name) {}

  @EachBean(Pool.class)
  @Requires(property = "odd", value = "each")
  static class PoolIndicator implements HealthIndicator {
    private final Pool pool;

    PoolIndicator(Pool pool) {
      this.pool = pool;
    }

    @Override
    public Publisher<HealthResult> getResult() {
      return Mono.just(HealthResult.builder(pool.name(), HealthStatus.UP).build());
    }
  }

  /** What Sonde would have generated. */
  @Singleton
  static class ShopHealth implements ContainerHealth {
    private final HealthEndpoints endpoints =
        HealthEndpoints.builder("shop", 8090)
            .liveness("/livez", Duration.ofSeconds(5), List.of(Check.bool("works", () -> true)))
            .readiness("/readyz", Duration.ofSeconds(5), List.of(Check.bool("open", () -> true)))
            .build();

    @Override
    public HealthEndpoints endpoints() {
      return endpoints;
    }
  }

  @Singleton
  @Requires(property = "odd", value = "two-shops")
  static class OtherHealth implements ContainerHealth {
    @Override
    public HealthEndpoints endpoints() {
      return HealthEndpoints.builder("other", 8091).build();
    }
  }

  @Singleton
  @Requires(property = "odd", value = "listening")
  static class Listening implements HealthListener {
    private final AtomicInteger told = new AtomicInteger();

    int told() {
      return told.get();
    }

    @Override
    public void checked(CheckId check, CheckReport report) {
      told.incrementAndGet();
    }
  }
}
