package dev.sonde.kubelet.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.SimulatedApplication;
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

  private final SimulatedApplication script;
  private final int instance;
  private final Supplier<Duration> clock;
  private final double timeFactor;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  ScriptedServer(
      SimulatedApplication script,
      int instance,
      int port,
      Supplier<Duration> clock,
      double timeFactor)
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
    Optional<ApplicationFault> fault = script.faults().stream().filter(this::befalls).findFirst();
    if (fault.filter(some -> some.does() == FaultEffect.HANGS).isPresent()) {
      try {
        sleep(fault.get().until().orElse(Duration.ofDays(1)).minus(clock.get()));
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
    try (exchange) {
      boolean fails = fault.filter(some -> some.does() == FaultEffect.FAILS).isPresent();
      exchange.sendResponseHeaders(fails ? 503 : 200, -1);
    }
  }

  private boolean befalls(ApplicationFault fault) {
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
