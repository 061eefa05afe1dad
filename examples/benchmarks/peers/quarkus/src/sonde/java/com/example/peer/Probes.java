package com.example.peer;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.microprofile.MicroProfileHealth;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** What is added to the application for the adapter. */
@Container(name = "peer", port = 8090)
@Liveness(withoutChecks = true)
@Readiness
@ApplicationScoped
public class Probes {

  void start(@ObservesAsync HttpServerStart open, MicroProfileHealth health, Checks own)
      throws IOException {
    HealthEndpoints endpoints = health.endpoints().orElseThrow();
    HealthServer.builder(endpoints)
        .address(InetAddress.getLoopbackAddress())
        .port(Integer.getInteger("peer.probes"))
        .start();
    Map<String, Check> checks = new TreeMap<>();
    HealthCheck[] all = {own.one(), own.two(), own.three()};
    String[] names = {"checks", "checks-2", "checks-3"};
    for (int i = 0; i < all.length; i++) {
      HealthCheck each = all[i];
      checks.put(
          names[i],
          Check.health(names[i], () -> Health.of(each.call().getStatus() == Status.UP)));
    }
    Beside.start(health::endpoints, checks);
  }
}
