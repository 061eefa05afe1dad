package com.example.seed;

import static dev.sonde.dsl.Probes.exec;
import static dev.sonde.dsl.Probes.httpGet;
import static dev.sonde.dsl.Probes.seconds;
import static dev.sonde.dsl.Probes.tcpSocket;

import dev.sonde.model.ProbeSet;

/** The same probes in the DSL. */
public final class SeedProbes {

  private SeedProbes() {}

  /** {@return what {@link SlowStarter} declares} */
  public static ProbeSet slowStarter() {
    return ProbeSet.forContainer("slow-starter")
        .startup(httpGet("/healthz").port(8080).initialDelay(seconds(3)).every(seconds(3)));
  }

  /** {@return what {@link LivenessExec} declares} */
  public static ProbeSet livenessExec() {
    return ProbeSet.forContainer("liveness")
        .liveness(exec("cat", "/tmp/healthy").initialDelay(seconds(5)).every(seconds(5)));
  }

  /** {@return what {@link Goproxy} declares} */
  public static ProbeSet goproxy() {
    return ProbeSet.forContainer("goproxy")
        .readiness(tcpSocket(8080).initialDelay(seconds(5)).every(seconds(10)));
  }
}
