package com.example.harbour;

import dev.sonde.annotation.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Where ships lie. */
@Path("/berths")
@ApplicationScoped
public class Berths {

  private volatile int free = 7;

  /** Tells how many are free. */
  @GET
  public String count() {
    return free + " berths";
  }

  /** A check of Sonde's kind, next to that of MicroProfile. */
  @Readiness
  public boolean areThere() {
    return free > 0;
  }
}
