package com.example.depot;

import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Where parcels wait for the next lorry. */
@Singleton
class Conveyor {

  private static final int PLACES = 10;

  private final AtomicInteger parcels = new AtomicInteger();
  private volatile boolean runs = true;

  void load(int number) {
    parcels.set(number);
  }

  int parcels() {
    return parcels.get();
  }

  void runs(boolean itDoes) {
    runs = itDoes;
  }

  @Readiness
  boolean hasRoom() {
    return parcels.get() < PLACES;
  }

  @Startup
  boolean isRunning() {
    return runs;
  }
}
