package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import dev.sonde.runtime.HealthRequest;

@Container(
    name = "orders",
    workload = @Workload(kind = "Deployment", name = "orders-api"),
    port = 9081,
    portName = "health")
@Startup(periodSeconds = 2, failureThreshold = 60)
@Liveness(periodSeconds = 10)
@Readiness(periodSeconds = 5, timeoutSeconds = 2)
public final class OrdersApplication {

  // In a signature: the generated class must be there before the last round.
  private final OrdersApplicationHealth health;

  public OrdersApplication(OrdersApplicationHealth health) {
    this.health = health;
  }

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    OrdersApplication application =
        new OrdersApplication(new OrdersApplicationHealth(new Database(), new Warmup()));
    return application.health.endpoints().respond(HealthRequest.get(path)).toString();
  }
}
