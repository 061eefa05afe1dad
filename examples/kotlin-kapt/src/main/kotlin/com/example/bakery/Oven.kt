package com.example.bakery

import dev.sonde.annotation.Liveness
import dev.sonde.annotation.Startup
import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.delay
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** One loaf is baked at a time; whoever wants one takes the door. */
class Oven {
  private val door = Mutex()

  /** True once it is hot; a property can be a check, too. */
  @get:Startup
  @Volatile
  var hot = false
    private set

  suspend fun preheat(duration: Duration) {
    delay(duration)
    hot = true
  }

  suspend fun bake(): String = door.withLock {
    delay(5.milliseconds)
    "a loaf\n"
  }

  /** Whoever calls this never gives the door back. */
  suspend fun jam(): Nothing = door.withLock { awaitCancellation() }

  /** Hangs as all customers do when nobody gives the door back. */
  @Liveness
  suspend fun opens() = door.withLock {}
}
