package dev.sonde.example.spring;

import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Where pets wait for their turn. */
@Component
class WaitingRoom {

  private static final int SEATS = 10;

  private final Visits visits;
  private final AtomicInteger taken = new AtomicInteger();

  WaitingRoom(Visits visits) {
    this.visits = visits;
  }

  void fill(int pets) {
    taken.set(pets);
  }

  @Readiness
  boolean hasRoom() {
    return taken.get() < SEATS;
  }

  @Startup
  void tablesThere() {
    visits.count();
  }
}
