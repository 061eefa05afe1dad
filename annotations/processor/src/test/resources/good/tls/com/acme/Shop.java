package com.acme;

import dev.sonde.annotation.*;
import dev.sonde.runtime.HealthServer;
import dev.sonde.runtime.tls.Tls;
import java.io.IOException;
import java.nio.file.Path;

@Container(name = "shop", port = 8443, tls = true, shutdown = @Shutdown(drainSeconds = 3))
@Startup(withoutChecks = true, failureThreshold = 30, httpGet = @HttpGet(path = "/up"))
@Liveness(withoutChecks = true, httpGet = @HttpGet(scheme = "HTTPS"))
@Readiness(withoutChecks = true)
@SuppressAdvice(rule = "restart-loses-traffic", reason = "clients try again")
public final class Shop implements AutoCloseable {

  public static HealthServer serve() throws IOException {
    return new ShopHealth().start(certificate());
  }

  public static HealthServer serve(Shop shop) throws IOException {
    return new ShopHealth().start(certificate(), shop);
  }

  private static Tls certificate() {
    return Tls.pem(Path.of("/tls/tls.crt"), Path.of("/tls/tls.key"));
  }

  @Override
  public void close() {}
}
