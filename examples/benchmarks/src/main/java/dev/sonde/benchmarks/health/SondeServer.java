package dev.sonde.benchmarks.health;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Sonde's endpoints, with the calls that the processor generates. */
public final class SondeServer {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private SondeServer() {}

  /**
   * Serves until killed.
   *
   * @param args none; the port is the system property {@code peer.port}
   * @throws IOException if the port cannot be had
   * @throws InterruptedException if the thread is interrupted, which ends the process
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    HealthEndpoints endpoints =
        HealthEndpoints.builder("peer", Integer.getInteger("peer.port"))
            .liveness("/livez", TIMEOUT, List.of(Check.bool("alive", () -> true)))
            .readiness(
                "/readyz",
                TIMEOUT,
                List.of(
                    Check.bool("one", () -> true),
                    Check.bool("two", () -> true),
                    Check.bool("three", SondeServer::three)))
            .build();
    HealthServer.builder(endpoints).address(InetAddress.getLoopbackAddress()).start();
    Thread.currentThread().join();
  }

  private static boolean three() {
    while (Boolean.getBoolean("peer.blocks")) {
      LockSupport.park();
    }
    return true;
  }
}
