package it;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;
import dev.sonde.dsl.Probes;
import dev.sonde.runtime.HealthServer;

/** Serves its endpoints from a named module, once. */
@Container(name = "shop", port = 9000)
public final class Shop {

  @Readiness
  boolean open() {
    return true;
  }

  public static void main(String[] arguments) throws Exception {
    try (HealthServer server = HealthServer.builder(new ShopHealth(new Shop()).endpoints()).port(0).start()) {
      System.out.println(Shop.class.getModule().getName() + " serves");
    }
    System.out.println(Probes.class.getModule().getName());
  }
}
