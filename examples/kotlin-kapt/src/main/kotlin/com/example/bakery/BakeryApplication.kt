package com.example.bakery

import dev.sonde.annotation.Container
import dev.sonde.annotation.Liveness
import dev.sonde.annotation.Readiness
import dev.sonde.annotation.Shutdown
import dev.sonde.annotation.Startup
import dev.sonde.annotation.Workload
import dev.sonde.runtime.HealthServer
import java.net.URI
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.runBlocking

/** Bakes bread and sells it on port 8080; its health is on port 8274. */
@Container(
    name = "bakery",
    portName = "health",
    workload = Workload(kind = "Deployment", name = "bakery"),
    shutdown = Shutdown(preStopSeconds = 0, stopSeconds = 10))
@Startup(periodSeconds = 1, failureThreshold = 60)
@Liveness(periodSeconds = 5)
@Readiness(periodSeconds = 1, failureThreshold = 1)
class BakeryApplication

/** Serves until it is told to end. */
fun main() = runBlocking {
  val mill = Mill(URI.create(System.getProperty("bakery.mill", "http://mill:8080/flour")))
  val oven = Oven()
  val counter = Counter(oven)

  HealthServer.builder(BakeryApplicationHealth(counter, mill, oven).endpoints())
      .port(Integer.getInteger("bakery.healthPort", BakeryApplicationHealth.PORT))
      .stopping(counter)
      .start()

  oven.preheat(300.milliseconds)
  counter.open(Integer.getInteger("bakery.port", 8080))
}
