package dev.sonde.manifests.framework;

import java.util.Optional;

/** The lines of Spring Boot, which differ in their health endpoints; 3 stands for older ones. */
enum SpringVersion {
  THREE,
  FOUR,
  UNKNOWN;

  static SpringVersion of(Libraries libraries) {
    Optional<String> version = libraries.version("spring-boot");
    if (version.filter(text -> Libraries.isOlder(text, "4.0")).isPresent()) {
      return THREE;
    }
    return version.filter(text -> text.startsWith("4.")).isPresent() ? FOUR : UNKNOWN;
  }
}
