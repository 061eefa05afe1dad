package com.acme.stock;

import dev.sonde.annotation.Readiness;
import reactor.core.publisher.Mono;

/** A public class whose check is not. */
public final class Shelves {
  @Readiness
  Mono<Boolean> full() {
    return Mono.just(true);
  }
}
