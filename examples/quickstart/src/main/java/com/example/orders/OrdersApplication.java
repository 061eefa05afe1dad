package com.example.orders;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import java.io.IOException;
import java.time.Duration;

/** Starts the order service: the API on port 8080, its health on port 8274. */
@Container(
    name = "orders",
    workload = @Workload(kind = "Deployment", name = "orders"),
    portName = "health",
    shutdown = @Shutdown(preStopSeconds = 5, stopSeconds = 14))
@Startup(periodSeconds = 2, failureThreshold = 30)
@Liveness(periodSeconds = 2)
@Readiness(periodSeconds = 2, failureThreshold = 2)
public final class OrdersApplication {

  private OrdersApplication() {}

  /**
   * Runs the service until it is told to stop.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Catalogue catalogue = new Catalogue();
    OrderQueue queue = new OrderQueue(100);
    OrderWorker worker = new OrderWorker(queue);
    OrdersApi api = new OrdersApi(queue, worker);

    new OrdersApplicationHealth(catalogue, queue, worker).start(api::stop);

    new Thread(worker, "order-worker").start();
    catalogue.load(Duration.ofMillis(Long.getLong("orders.loadingMillis", 3_000)));
    api.start(8080);
  }
}
