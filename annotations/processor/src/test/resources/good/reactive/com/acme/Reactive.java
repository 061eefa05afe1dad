package com.acme;

import com.acme.stock.Shelves;
import com.acme.stock.Stocks;
import dev.sonde.annotation.CheckPolicy;
import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.runtime.HealthRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks whose answers come by libraries, each with each content. */
@Container(name = "reactive", several = Reactive.Store.class)
@Readiness(timeoutSeconds = 20, periodSeconds = 20)
public final class Reactive {

  static final class Reactor {
    @Readiness
    Mono<Boolean> yes() throws IOException {
      return Mono.just(true);
    }

    @Readiness
    Mono<Health> health() {
      return Mono.just(Health.up());
    }

    @Readiness
    Mono<Void> nothing() {
      return Mono.empty();
    }

    @Readiness
    Flux<Boolean> two() {
      return Flux.just(true, true);
    }

    @Readiness
    static Publisher<Boolean> published() {
      return Mono.just(false);
    }
  }

  static final class Mutiny {
    @Readiness
    Uni<Boolean> yes() {
      return Uni.createFrom().item(true);
    }

    @Readiness
    Uni<Health> health() {
      return Uni.createFrom().item(Health.up());
    }

    @Readiness
    Uni<Void> nothing() {
      return Uni.createFrom().voidItem();
    }

    @Readiness
    Uni<Boolean> unknown() {
      return Uni.createFrom().nullItem();
    }

    @Readiness
    Multi<Boolean> stream() {
      return Multi.createFrom().item(true);
    }
  }

  static final class Plain {
    @Readiness
    Flow.Publisher<Health> published() {
      return Multi.createFrom().item(Health.up());
    }

    @Readiness
    CompletionStage<Void> ended() {
      return CompletableFuture.completedFuture(null);
    }
  }

  /** As Kotlin compiles suspend functions; named like what generated code calls its own. */
  static final class Scope {
    @Readiness
    Object atOnce(Continuation<? super Boolean> completion) {
      return true;
    }

    @Readiness
    Object later(Continuation<? super Health> completion) {
      new Thread(() -> completion.resumeWith(Health.up())).start();
      return IntrinsicsKt.getCOROUTINE_SUSPENDED();
    }

    @Readiness
    Object unit(Continuation<? super Unit> completion) {
      return Unit.INSTANCE;
    }

    @Readiness
    @CheckPolicy(deadlineMillis = 10_000)
    Object fails(Continuation<? super Boolean> completion) {
      throw new IllegalStateException("broken");
    }

    @Readiness
    static Object ofNobody(Continuation<? super Boolean> completion) {
      return false;
    }
  }

  static final class Store {
    @Readiness
    Mono<Boolean> open() {
      return Mono.just(true);
    }

    @Readiness
    Object suspends(Continuation<? super Boolean> completion) {
      return true;
    }
  }

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    ReactiveHealth health =
        new ReactiveHealth(
            new Mutiny(),
            new Plain(),
            new Reactor(),
            new Scope(),
            Map.of("a", new Store()),
            new Shelves(),
            Stocks.bridge());
    return health.endpoints().respond(HealthRequest.get(path)).toString();
  }
}
