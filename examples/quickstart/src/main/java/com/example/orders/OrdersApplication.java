package com.example.orders;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.time.Duration;

/** Starts the order service: the API on port 8080, its health on port 8081. */
@Container(
    name = "orders",
    workload = @Workload(kind = "Deployment", name = "orders"),
    port = 8081,
    portName = "health")
@Startup(periodSeconds = 2, failureThreshold = 30)
@Liveness(periodSeconds = 2)
@Readiness(periodSeconds = 2, failureThreshold = 2)
public final class OrdersApplication {

  /** For so long after SIGTERM other pods still send orders here. */
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private OrdersApplication() {}

  /**
   * Runs the service until it is killed.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Catalogue catalogue = new Catalogue();
    OrderQueue queue = new OrderQueue(100);
    OrderWorker worker = new OrderWorker(queue);
    OrdersApi api = new OrdersApi(queue, worker);

    HealthServer.builder(new OrdersApplicationHealth(catalogue, queue, worker).endpoints())
        .drain(DRAIN, api::stop)
        .start();

    new Thread(worker, "order-worker").start();
    catalogue.load(Duration.ofMillis(Long.getLong("orders.loadingMillis", 3_000)));
    api.start(8080);
  }
}
