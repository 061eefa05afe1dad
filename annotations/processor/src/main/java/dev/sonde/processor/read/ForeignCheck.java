package dev.sonde.processor.read;

import java.util.List;
import java.util.Optional;

/**
 * A health check of a framework. Sonde does not ask it, so an annotation on it makes no check.
 *
 * @param type the full name of the framework's type
 */
public record ForeignCheck(String type) {

  /** How Spring, MicroProfile, Micronaut, Dropwizard, Helidon, Camel and others name theirs. */
  private static final List<String> ENDINGS =
      List.of("HealthIndicator", "HealthContributor", "HealthCheck", "HealthChecker");

  /** How to ask a check of a framework, and to see from its answer whether all is well. */
  private record Question(String framework, String method, String isWell) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question("org.springframework.boot.", "health", "getStatus().equals(Status.UP)"),
          new Question(
              "org.eclipse.microprofile.health.",
              "call",
              "getStatus() == HealthCheckResponse.Status.UP"),
          new Question("io.helidon.health.", "call", "status() == HealthCheckResponse.Status.UP"),
          new Question("com.codahale.metrics.health.", "execute", "isHealthy()"),
          new Question("org.apache.camel.health.", "call", "getState() == HealthCheck.State.UP"));

  /** {@return the check that a class with this supertype is, if it is one} */
  static Optional<ForeignCheck> of(String supertype) {
    if (!supertype.equals(KnownNames.HEALTH_CHECK)) {
      for (String ending : ENDINGS) {
        if (supertype.endsWith(ending)) {
          return Optional.of(new ForeignCheck(supertype));
        }
      }
    }
    return Optional.empty();
  }

  /** {@return an expression that asks it, {@code ...} where that is not known} */
  public String question() {
    for (Question question : QUESTIONS) {
      if (type.startsWith(question.framework()) && !type.contains("Reactive")) {
        return question.method() + "()." + question.isWell();
      }
    }
    return "...";
  }

  /**
   * {@return an expression that asks a method which returns a framework's answer, if it does}
   *
   * @param method the name of the method
   * @param answer the type that it returns
   */
  public static Optional<String> questionTo(String method, String answer) {
    for (Question question : QUESTIONS) {
      if (answer.startsWith(question.framework())) {
        return Optional.of(method + "()." + question.isWell());
      }
    }
    return Optional.empty();
  }
}
