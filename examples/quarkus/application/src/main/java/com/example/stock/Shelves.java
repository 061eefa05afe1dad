package com.example.stock;

import dev.sonde.annotation.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Counts what is on the shelves. */
@Path("/stock")
@ApplicationScoped
public class Shelves {

  private volatile int pieces = 12;

  /** Tells how many pieces there are. */
  @GET
  public String count() {
    return pieces + " pieces";
  }

  /** An empty shop does not open. */
  @Readiness
  public boolean hasStock() {
    return pieces > 0;
  }
}
