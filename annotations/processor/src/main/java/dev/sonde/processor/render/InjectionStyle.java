package dev.sonde.processor.render;

import dev.sonde.processor.read.CompilationSurroundings;

/** Which annotations let a dependency-injection container build the generated classes. */
public enum InjectionStyle {
  /** Those of whatever is on the class path: Spring's first, then Jakarta's. */
  AUTO,
  /** None. */
  NONE,
  /** {@code jakarta.inject}. */
  JAKARTA,
  /** Spring's stereotypes. */
  SPRING;

  InjectionStyle in(CompilationSurroundings surroundings) {
    if (this != AUTO) {
      return this;
    } else if (surroundings.spring()) {
      return SPRING;
    }
    return surroundings.jakartaInject() ? JAKARTA : NONE;
  }
}
