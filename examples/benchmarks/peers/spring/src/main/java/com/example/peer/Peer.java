package com.example.peer;

import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Three trivial readiness checks, of which one can be told to block for ever. */
@SpringBootApplication
public class Peer {

  public static void main(String[] args) {
    SpringApplication.run(Peer.class, args);
  }

  @Bean
  HealthIndicator one() {
    return () -> Health.up().build();
  }

  @Bean
  HealthIndicator two() {
    return () -> Health.up().build();
  }

  @Bean
  HealthIndicator three() {
    return () -> {
      while (Boolean.getBoolean("peer.blocks")) {
        LockSupport.park();
      }
      return Health.up().build();
    };
  }
}
