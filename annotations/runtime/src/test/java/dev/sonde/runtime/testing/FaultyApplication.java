package dev.sonde.runtime.testing;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import dev.sonde.runtime.answer.Detail;
import dev.sonde.runtime.answer.EndpointKind;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Serves one check of one fault; brings the fault about when it reads {@code begin} and, where the
 * fault can end, ends it at {@code end}. Liveness asks nothing: it tells that the JVM can answer.
 */
public final class FaultyApplication {

  private FaultyApplication() {}

  public static void main(String[] args) throws Exception {
    Fault fault = Fault.named(args[0]);
    HealthEndpoints endpoints =
        HealthEndpoints.builder("faulty", 8081)
            .liveness("/livez", Duration.ofSeconds(1), List.of())
            .readiness(
                "/readyz", Duration.ofSeconds(1), List.of(Check.health(args[0], fault.check())))
            .detail(EndpointKind.READINESS, Detail.FULL)
            .build();
    HealthServer server = HealthServer.start(endpoints, 0);
    System.out.println("port " + server.port());
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("begin")) {
        fault.begin();
      } else {
        fault.end();
      }
      System.out.println("done " + order);
    }
  }
}
