package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;

@Container(name = "api", include = Shared.class)
@Readiness
public final class Api {

  /** Belongs here, although a container stands nearer by: it is named. */
  @Readiness(container = "mailer")
  public static boolean outboxWritable() {
    return true;
  }

  /** A container within the class of another one. */
  @Container(name = "sidecar", port = 8082)
  @Readiness
  public static final class Sidecar {

    static final class Proxy {
      @Readiness
      boolean connected() {
        return true;
      }
    }
  }
}
