package it;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;

@Container(name = "${project.artifactId}", port = 8081)
@Liveness(periodSeconds = ${seconds})
public final class Shop {
  @Readiness
  boolean open() {
    return true;
  }
}
