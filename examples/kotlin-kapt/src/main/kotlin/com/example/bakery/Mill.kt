package com.example.bakery

import dev.sonde.annotation.External
import dev.sonde.annotation.Readiness
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import kotlinx.coroutines.future.await

/** Where the flour comes from: another service, which may never answer. */
class Mill(flour: URI) {
  private val client = HttpClient.newHttpClient()
  private val question = HttpRequest.newBuilder(flour).build()

  /** No time-out is set here: Sonde cancels the coroutine at the check's deadline. */
  @External
  @Readiness
  suspend fun hasFlour(): Boolean =
      client.sendAsync(question, BodyHandlers.discarding()).await().statusCode() == 200
}
