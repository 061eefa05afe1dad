package com.acme;

import com.acme.store.Store;
import dev.sonde.annotation.CheckPolicy;
import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import dev.sonde.runtime.HealthRequest;
import java.util.Map;
import java.util.Optional;

@Container(
    name = "shop",
    several = {Store.class, Shop.Pool.class},
    optional = {Shop.Cache.class, Shop.Queue.class})
@Startup(failureThreshold = 30)
public final class Shop {

  @Readiness
  boolean open() {
    return true;
  }

  static final class Cache {
    @Readiness
    @CheckPolicy(required = false)
    boolean warm() {
      return false;
    }
  }

  @Startup
  @Readiness
  static final class Queue implements HealthCheck {
    @Override
    public Health check() {
      return Health.up();
    }
  }

  record Pool<T>(T content) {
    @Liveness
    boolean turns() {
      return content != null;
    }
  }

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    ShopHealth health =
        new ShopHealth(
            new Shop(),
            Optional.of(new Cache()),
            Map.of("a", new Pool<>("")),
            Optional.empty(),
            Map.of("replica", new Store(false), "primary", new Store(true)));
    return health.endpoints().respond(HealthRequest.get(path)).toString();
  }
}
