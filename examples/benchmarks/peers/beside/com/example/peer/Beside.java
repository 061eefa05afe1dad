package com.example.peer;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthRequest;
import dev.sonde.runtime.HealthServer;
import dev.sonde.runtime.answer.EndpointKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A plain server of Sonde's beside the adapter's, with checks that ask the same objects. */
final class Beside {

  private static final HealthRequest READYZ = HealthRequest.get("/readyz");
  private static final int TURNS = 200;
  private static final int CALLS = 500;

  private Beside() {}

  /** Starts it, if there is a port for it, once the adapter's endpoints pass. */
  static void start(Supplier<Optional<HealthEndpoints>> adapters, Map<String, Check> known) {
    Integer port = Integer.getInteger("peer.plain");
    if (port != null) {
      new Thread(() -> serve(port, adapters, known), "beside").start();
    }
  }

  private static void serve(
      int port, Supplier<Optional<HealthEndpoints>> adapters, Map<String, Check> known) {
    while (adapters.get().map(each -> each.respond(READYZ).status()).orElse(0) != 200) {
      Thread.onSpinWait();
    }
    try {
      serve(port, adapters.get().orElseThrow(), known);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Measures both without any network, and then serves. */
  private static void serve(int port, HealthEndpoints adapters, Map<String, Check> known)
      throws IOException {
    List<Check> checks = new ArrayList<>();
    for (String name : adapters.checkNames(EndpointKind.READINESS)) {
      checks.add(known.getOrDefault(name, Check.bool(name, () -> true)));
    }
    HealthEndpoints plain =
        HealthEndpoints.builder("plain", port)
            .readiness("/readyz", Duration.ofSeconds(1), checks)
            .build();
    respond(adapters, 40 * CALLS);
    respond(plain, 40 * CALLS);
    StringBuilder line = new StringBuilder("respond adapter plain:");
    for (int turn = 0; turn < TURNS; turn++) {
      // Neither is always the first.
      boolean plainFirst = turn % 2 == 0;
      double first = respond(plainFirst ? plain : adapters, CALLS);
      double second = respond(plainFirst ? adapters : plain, CALLS);
      line.append(' ').append(plainFirst ? second : first);
      line.append(' ').append(plainFirst ? first : second);
    }
    System.out.println(line);
    HealthServer.builder(plain).address(InetAddress.getLoopbackAddress()).start();
  }

  /** {@return nanoseconds of one call} */
  private static double respond(HealthEndpoints endpoints, int calls) {
    long start = System.nanoTime();
    for (int call = 0; call < calls; call++) {
      if (endpoints.respond(READYZ).body().length == 0) {
        throw new IllegalStateException("an answer without a body");
      }
    }
    return (System.nanoTime() - start) / (double) calls;
  }
}
