package com.example.orders;

import dev.sonde.annotation.Startup;
import java.time.Duration;

/** The articles that can be ordered; loading them is why the service starts slowly. */
final class Catalogue {

  private volatile boolean loaded;

  /** Loads the articles and returns when they are there. */
  void load(Duration loadingTime) throws InterruptedException {
    Thread.sleep(loadingTime.toMillis());
    loaded = true;
  }

  @Startup
  boolean loaded() {
    return loaded;
  }
}
