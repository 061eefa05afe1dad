package dev.sonde.processor.read;

import java.util.List;
import java.util.Optional;

/** What brings the answer of a check's method. */
public enum CheckCarrier {
  /** Nothing: the method returns it. */
  NONE("", "", ""),
  /** A stage that completes with it. */
  STAGE("java.util.concurrent.CompletionStage", "", ""),
  /** A publisher of the JDK's own kind. */
  FLOW("java.util.concurrent.Flow.Publisher", "", ""),
  /** A publisher of Reactive Streams, such as Reactor's Mono. */
  REACTIVE_STREAMS(
      "org.reactivestreams.Publisher",
      "org.reactivestreams.FlowAdapters",
      "org.reactivestreams:reactive-streams 1.0.3 or newer"),
  /** Mutiny's Uni. */
  UNI("io.smallrye.mutiny.Uni", "", ""),
  /** The continuation of one of Kotlin's suspend functions, its last parameter. */
  SUSPENSION(
      "kotlin.coroutines.Continuation",
      "kotlinx.coroutines.future.FutureKt",
      "org.jetbrains.kotlinx:kotlinx-coroutines-core 1.7 or newer");

  /** Those that a method returns; what is two of them counts as the first. */
  static final List<CheckCarrier> RETURNED = List.of(STAGE, FLOW, REACTIVE_STREAMS, UNI);

  private final String type;
  private final String converter;
  private final String library;

  CheckCarrier(String type, String converter, String library) {
    this.type = type;
    this.converter = converter;
    this.library = library;
  }

  /** {@return the full name of the type that brings it} */
  String type() {
    return type;
  }

  /** {@return the class of a library by which generated code asks, if it needs one} */
  Optional<String> converter() {
    return converter.isEmpty() ? Optional.empty() : Optional.of(converter);
  }

  /** {@return the library that has that class; empty where none is needed} */
  public String library() {
    return library;
  }
}
