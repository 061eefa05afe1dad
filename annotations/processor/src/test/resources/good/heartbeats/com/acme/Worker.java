package com.acme;

import dev.sonde.annotation.*;
import dev.sonde.runtime.Heartbeats;

@Container(name = "worker", shutdown = @Shutdown(preStopSeconds = 0))
@Startup(withoutChecks = true, heartbeat = @Heartbeat(file = "/tmp/started"), periodSeconds = 2, failureThreshold = 60)
@Liveness(heartbeat = @Heartbeat(file = "/tmp/it's live"), periodSeconds = 20)
@Readiness(
    heartbeat = @Heartbeat(file = "/tmp/ready", everySeconds = 2, classPath = "/app/app.jar"),
    failureThreshold = 2)
@SuppressAdvice(rule = "exec-starts-jvm", reason = "the image has no shell")
public final class Worker implements AutoCloseable {

  @Liveness
  @Readiness
  boolean works() {
    return true;
  }

  public static Heartbeats beat(Worker worker) {
    return new WorkerHealth(worker).heartbeats().stopping(worker).start();
  }

  @Override
  public void close() {
  }
}
