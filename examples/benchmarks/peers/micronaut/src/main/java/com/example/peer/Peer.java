package com.example.peer;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.Micronaut;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.LockSupport;

/** Three trivial readiness checks, of which one can be told to block for ever. */
public class Peer {

  public static void main(String[] args) {
    Micronaut.run(Peer.class, args);
  }

  abstract static class Up extends AbstractHealthIndicator<String> {

    private final String name;

    Up(String name) {
      this.name = name;
    }

    @Override
    protected String getHealthInformation() {
      healthStatus = HealthStatus.UP;
      return "";
    }

    @Override
    protected String getName() {
      return name;
    }
  }

  @Singleton
  @Readiness
  static class One extends Up {
    One() {
      super("one");
    }
  }

  @Singleton
  @Readiness
  static class Two extends Up {
    Two() {
      super("two");
    }
  }

  @Singleton
  @Readiness
  static class Three extends Up {
    Three() {
      super("three");
    }

    @Override
    protected String getHealthInformation() {
      while (Boolean.getBoolean("peer.blocks")) {
        LockSupport.park();
      }
      return super.getHealthInformation();
    }
  }
}
