package com.acme;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The health endpoints that the probes ask. Thread-safe.
 *
 * <ul>
 *   <li>readiness is asked every 10 s, and waits 1 s for an answer. It fails after 3 failures in a row.
 * </ul>
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class ShapesHealth implements ContainerHealth {
  /**
   * The port that the probes ask.
   */
  public static final int PORT = 8274;

  private final HealthEndpoints endpoints;

  /**
   * Prepares the endpoints; nothing is asked before a request comes.
   */
  public ShapesHealth(Shapes.Async async, Shapes.Cache<?, ?> cache, Shapes.Cache<?, ?>.Shard shard,
      Shapes.Default default_, Shapes.DiskStore diskStore, Shapes.Flag flag, Shapes.Host host,
      Shapes.Inner inner, Shapes.InnerRing innerRing, Shapes.Left.Part shapesLeftPart,
      Shapes.Mode mode, Shapes.OuterRing outerRing, Shapes.Pool pool, Shapes.Probe probe,
      Shapes.RemoteStore remoteStore, Shapes.Right.Part shapesRightPart) {
    this.endpoints = HealthEndpoints.builder("shapes", PORT)
        .readiness("/readyz", Duration.ofSeconds(1), List.of(
            Check.async("async-later", async::later),
            Check.health("cache-warm", cache::warm),
            Check.bool("default-set", default_::set),
            Check.health("disk-store-state", diskStore::state),
            Check.bool("flag-raised", flag::raised),
            Check.bool("globals-initialised", Shapes.Globals::initialised),
            Check.bool("host-ping", host::ping),
            Check.health("inner-ring", innerRing),
            Check.throwing("inner-works", inner::works),
            Check.bool("left", shapesLeftPart::fine),
            Check.bool("mode-serves", mode::serves),
            Check.health("outer-ring", outerRing),
            Check.bool("pool-has-free", pool::hasFree),
            Check.bool("probe-probed", probe::probed),
            Check.asyncBool("remote", remoteStore::state),
            Check.bool("right", shapesRightPart::fine),
            Check.bool("shard-loaded", shard::loaded)))
        .build();
  }

  /**
   * {@return the endpoints without a server, for a server of your own}
   */
  @Override
  public HealthEndpoints endpoints() {
    return endpoints;
  }

  /**
   * Serves the endpoints on {@link #PORT} of all addresses, until the server is closed.
   *
   * @return the server, which is listening
   * @throws IOException if the port cannot be had
   */
  public HealthServer start() throws IOException {
    return HealthServer.start(endpoints);
  }
}
