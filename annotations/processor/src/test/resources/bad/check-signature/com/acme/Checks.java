package com.acme;

import dev.sonde.annotation.*;
import dev.sonde.health.Health;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kotlin.coroutines.Continuation;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

final class Checks {
  @Readiness //! check-signature
  boolean withParameter(String name) {
    return true;
  }

  @Readiness //! check-signature
  boolean withSeveral(int... numbers) {
    return true;
  }

  @Readiness //! check-signature
  int returnsInt() {
    return 1;
  }

  @Readiness //! check-signature
  Boolean returnsBoxed() {
    return true;
  }

  @Readiness //! check-signature
  CompletionStage<String> laterText() {
    return null;
  }

  @Readiness //! check-signature
  CompletionStage<? extends Health> laterSomething() {
    return null;
  }

  @Readiness //! check-signature
  void throwsAnything() throws Throwable {}

  @Readiness //! check-signature
  <X extends Throwable> void throwsVariable() throws X {}

  @Readiness //! check-signature
  @Liveness //! check-signature
  List<String> bothWrong(int number) {
    return List.of();
  }

  @Readiness //! check-signature
  Mono<String> publishesText() {
    return Mono.empty();
  }

  @Readiness //! check-signature
  Publisher<? extends Boolean> publishesSomething() {
    return Mono.empty();
  }

  @Readiness //! check-signature
  Uni<Integer> givesNumber() {
    return Uni.createFrom().item(1);
  }

  @Readiness //! check-signature
  Object suspendsForText(Continuation<? super String> completion) {
    return "";
  }

  @Readiness //! check-signature
  Object suspendsWithParameter(String name, Continuation<? super Boolean> completion) {
    return true;
  }

  @Readiness //! check-signature
  Object suspendsAndThrows(Continuation<? super Boolean> completion) throws IOException {
    throw new IOException();
  }
}
