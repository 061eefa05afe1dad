package dev.sonde.kubelet.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sonde.kubelet.sim.Application;
import dev.sonde.kubelet.sim.Effect;
import dev.sonde.kubelet.sim.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A real server that does what the application of a scenario does: starts late, hangs, fails. */
final class ScriptedServer implements AutoCloseable {

  private final Application script;
  private final int instance;
  private final Supplier<Duration> clock;
  private final double timeFactor;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  ScriptedServer(
      Application script, int instance, int port, Supplier<Duration> clock, double timeFactor)
      throws IOException, InterruptedException {
    this.script = script;
    this.instance = instance;
    this.clock = clock;
    this.timeFactor = timeFactor;
    sleep(script.startsIn());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void sleep(Duration time) throws InterruptedException {
    Thread.sleep((long) (time.toMillis() / timeFactor));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Optional<Fault> fault = script.faults().stream().filter(this::befalls).findFirst();
    if (fault.filter(some -> some.does() == Effect.HANGS).isPresent()) {
      try {
        sleep(fault.get().until().orElse(Duration.ofDays(1)).minus(clock.get()));
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
    try (exchange) {
      boolean fails = fault.filter(some -> some.does() == Effect.FAILS).isPresent();
      exchange.sendResponseHeaders(fails ? 503 : 200, -1);
    }
  }

  private boolean befalls(Fault fault) {
    Duration now = clock.get();
    return fault.instance().orElse(instance) == instance
        && now.compareTo(fault.from()) >= 0
        && fault.until().map(end -> now.compareTo(end) < 0).orElse(true);
  }

  @Override
  public void close() {
    try {
      sleep(script.stopsIn().orElseThrow());
    } catch (InterruptedException killed) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
