package it;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Workload;

@Container(name = "shop", workload = @Workload(kind = "Deployment", name = "shop"), port = 9000)
@Liveness(failureThreshold = 5, withoutChecks = true)
public final class Shop {

  @Readiness(periodSeconds = 2)
  boolean open() {
    return true;
  }
}
