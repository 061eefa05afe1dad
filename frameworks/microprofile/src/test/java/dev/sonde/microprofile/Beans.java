package dev.sonde.microprofile;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.EndpointKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** An application's checks, good and bad. */
final class Beans {

  private Beans() {}

  @Liveness
  @ApplicationScoped
  static class Live implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.up("I live");
    }
  }

  @Startup
  @ApplicationScoped
  static class NotStarted implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.named("loads").down().build();
    }
  }

  @Readiness
  @ApplicationScoped
  static class Throwing implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      throw new IllegalStateException("no");
    }
  }

  @Readiness
  @Dependent
  static class NotAnswering implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      return null;
    }
  }

  @Readiness
  @ApplicationScoped
  static class Statusless implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      return new HealthCheckResponse("statusless", null, Optional.empty());
    }
  }

  @Readiness
  @ApplicationScoped
  static class Nameless implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      return new HealthCheckResponse(null, Status.UP, null);
    }
  }

  @Readiness
  @ApplicationScoped
  static class Broken implements HealthCheck {
    Broken() {
      throw new IllegalStateException("cannot be made");
    }

    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.up("broken");
    }
  }

  @Readiness
  @RequestScoped
  static class InNoScope implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.up("in a request");
    }
  }

  /** It asks the path that asks it. */
  @Readiness
  @ApplicationScoped
  static class Asking implements HealthCheck {
    @Inject MicroProfileHealth health;

    @Override
    public HealthCheckResponse call() {
      int status = health.answer("/health/ready").toCompletableFuture().join().status();
      return HealthCheckResponse.named(Asking.class.getName()).status(status == 200).build();
    }
  }

  @Readiness
  @ApplicationScoped
  static class Telling implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      Map<String, Object> data = new TreeMap<>();
      data.put("text", "a\"b");
      data.put("number", 4L);
      data.put("small", 3);
      data.put("truth", true);
      data.put("floating", 1.5);
      return new HealthCheckResponse("telling", Status.UP, Optional.of(data));
    }
  }

  @Named("both")
  @Liveness
  @Readiness
  @ApplicationScoped
  static class TwoKinds implements HealthCheck {
    static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public HealthCheckResponse call() {
      CALLS.incrementAndGet();
      return HealthCheckResponse.up("two kinds");
    }
  }

  @Readiness
  @Startup
  @ApplicationScoped
  static class Hanging implements HealthCheck {
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    void release() {
      released.countDown();
    }

    int calls() {
      return calls.get();
    }

    @Override
    public HealthCheckResponse call() {
      calls.incrementAndGet();
      while (released.getCount() > 0) {
        try {
          released.await();
        } catch (InterruptedException deaf) {
          // A client without a time-out would not hear it either.
        }
      }
      return HealthCheckResponse.up("hanging");
    }
  }

  @ApplicationScoped
  static class Shop implements ContainerHealth {
    private volatile boolean works = true;
    private final HealthEndpoints endpoints =
        HealthEndpoints.builder("shop", 8081)
            .liveness("/livez", Duration.ofSeconds(30), List.of(Check.bool("works", this::works)))
            .readiness("/readyz", Duration.ofSeconds(30), List.of())
            .build();

    boolean works() {
      return works;
    }

    void breakDown() {
      works = false;
    }

    @Override
    public HealthEndpoints endpoints() {
      return endpoints;
    }
  }

  /** What the processor generates beside the health class. */
  @Singleton
  static class ShopChecks implements OwnHealthChecks {
    @Produces
    @Liveness
    HealthCheck liveness1(MicroProfileHealth health) {
      return health.check(EndpointKind.LIVENESS, "works");
    }
  }

  @ApplicationScoped
  static class OtherShop implements ContainerHealth {
    @Override
    public HealthEndpoints endpoints() {
      return HealthEndpoints.builder("other", 8082).build();
    }
  }
}
