package dev.sonde.adopt;

import dev.sonde.model.ContainerRef;

/** What the generated code says about itself. */
final class GeneratedComments {

  private GeneratedComments() {}

  /** Names nothing but the container, whose name holds no character that could end a comment. */
  static String describe(ContainerRef container) {
    return "The probes of "
        + container
            .name()
            .map(name -> "container {@code " + name + "}")
            .orElse("the only container")
        + ", as its manifest had them when they were adopted.\n";
  }
}
