package dev.sonde.processor.render;

import dev.sonde.processor.read.Surroundings;

/** Which annotations let a dependency-injection container build the generated classes. */
public enum Inject {
  /** Those of whatever is on the class path: Spring's first, then Jakarta's. */
  AUTO,
  /** None. */
  NONE,
  /** {@code jakarta.inject}. */
  JAKARTA,
  /** Spring's stereotypes. */
  SPRING;

  Inject in(Surroundings surroundings) {
    if (this != AUTO) {
      return this;
    } else if (surroundings.spring()) {
      return SPRING;
    }
    return surroundings.jakartaInject() ? JAKARTA : NONE;
  }
}
