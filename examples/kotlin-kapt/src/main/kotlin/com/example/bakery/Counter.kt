package com.example.bakery

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import dev.sonde.annotation.Readiness
import java.net.InetSocketAddress
import java.util.concurrent.atomic.AtomicReference
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch

/** What customers call; each is served by a coroutine. */
class Counter(private val oven: Oven) : AutoCloseable {
  private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
  private val server = AtomicReference<HttpServer>()

  @get:Readiness
  val open: Boolean
    get() = server.get() != null

  fun open(port: Int) {
    val http = HttpServer.create(InetSocketAddress(port), 0)
    http.createContext("/loaf") { exchange -> scope.launch { exchange.answer(oven.bake()) } }
    http.createContext("/admin/jam") { exchange ->
      scope.launch { oven.jam() }
      exchange.answer("the oven's door is jammed\n")
    }
    http.start()
    server.set(http)
  }

  /** Serves those who have come, and takes nobody more. */
  override fun close() {
    server.get()?.stop(LONGEST_REQUEST_SECONDS)
    println("closed")
  }

  private fun HttpExchange.answer(text: String) = use {
    val body = text.toByteArray()
    it.sendResponseHeaders(200, body.size.toLong())
    it.responseBody.write(body)
  }

  private companion object {
    const val LONGEST_REQUEST_SECONDS = 1
  }
}
