package com.acme.stock;

import dev.sonde.annotation.Readiness;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import reactor.core.publisher.Mono;

/** Where generated code asks across packages, the bridge turns the answer into the JDK's types. */
final class Stock {
  @Readiness
  Mono<Boolean> mono() {
    return Mono.just(true);
  }

  @Readiness
  Mono<Void> nothing() {
    return Mono.empty();
  }

  @Readiness
  Multi<Boolean> multi() {
    return Multi.createFrom().item(true);
  }

  @Readiness
  Uni<Void> uni() {
    return Uni.createFrom().voidItem();
  }

  @Readiness
  CompletableFuture<Void> stage() {
    return CompletableFuture.completedFuture(null);
  }

  @Readiness
  Object suspends(Continuation<? super Unit> completion) {
    return Unit.INSTANCE;
  }

  @Readiness
  static Object counted(Continuation<? super Boolean> completion) {
    return true;
  }
}
