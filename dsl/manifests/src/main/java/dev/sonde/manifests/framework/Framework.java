package dev.sonde.manifests.framework;

import static java.util.stream.Collectors.joining;

import dev.sonde.rules.FindingWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A framework that answers probes itself. */
public enum Framework {
  /** Spring Boot with Actuator. */
  SPRING_BOOT(
      "spring-boot",
      "Spring Boot",
      List.of("spring-boot", "spring-boot-autoconfigure"),
      List.of("spring-boot-actuator-autoconfigure"),
      "3.5",
      "org/springframework/boot/",
      List.of("spring."),
      "management."),
  /** Quarkus with SmallRye Health. */
  QUARKUS(
      "quarkus",
      "Quarkus",
      List.of("quarkus-core"),
      List.of("quarkus-smallrye-health"),
      "3.33",
      "io/quarkus/",
      List.of("quarkus."),
      "quarkus.smallrye-health."),
  /** Micronaut with its management endpoints. */
  MICRONAUT(
      "micronaut",
      "Micronaut",
      List.of("micronaut-core", "micronaut-inject"),
      List.of("micronaut-management"),
      "4.10",
      "io/micronaut/",
      List.of("micronaut."),
      "endpoints."),
  /** Helidon SE with its health observer, and Helidon MP. */
  HELIDON(
      "helidon",
      "Helidon",
      List.of("helidon-webserver"),
      List.of("helidon-webserver-observe-health"),
      "4.2",
      "io/helidon/",
      List.of("server.features."),
      "server.features.observe.");

  private final String word;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> libraries;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> healthLibraries;

  private final String tried;

  private final String classes;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> settings;

  private final String healthSettings;

  Framework(
      String word,
      String title,
      List<String> libraries,
      List<String> healthLibraries,
      String tried,
      String classes,
      List<String> settings,
      String healthSettings) {
    this.word = word;
    this.title = title;
    this.libraries = libraries;
    this.healthLibraries = healthLibraries;
    this.tried = tried;
    this.classes = classes;
    this.settings = settings;
    this.healthSettings = healthSettings;
  }

  /** {@return the name in options, such as {@code spring-boot}} */
  public String word() {
    return word;
  }

  /** {@return the name in sentences, such as {@code Spring Boot}} */
  public String title() {
    return title;
  }

  /** The libraries that every application of it has; the version is that of the first. */
  List<String> libraries() {
    return libraries;
  }

  /** The libraries that answer health, one of which is needed. */
  List<String> healthLibraries() {
    return healthLibraries;
  }

  /** The oldest version whose settings were tried. */
  String tried() {
    return tried;
  }

  /** What the names of its classes begin with. */
  String classes() {
    return classes;
  }

  /** What the names of its own settings begin with. */
  List<String> settings() {
    return settings;
  }

  /** What the names of the settings begin with that only health's library has. */
  String healthSettings() {
    return healthSettings;
  }

  /**
   * {@return the framework of that name}
   *
   * @param word such as {@code spring-boot}
   * @throws IllegalArgumentException if there is none
   */
  static Framework parse(String word) {
    return Arrays.stream(values())
        .filter(framework -> framework.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    FindingWords.quote(word) + " is none of " + words() + "."));
  }

  /** {@return what an option may say, in running text} */
  public static String words() {
    return Stream.concat(Arrays.stream(values()).map(Framework::word), Stream.of("none"))
        .collect(joining(", "));
  }
}
