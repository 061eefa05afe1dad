package com.acme;

import dev.sonde.annotation.*;

import java.util.List;
import java.util.concurrent.CompletionStage;
import dev.sonde.health.Health;

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
}
