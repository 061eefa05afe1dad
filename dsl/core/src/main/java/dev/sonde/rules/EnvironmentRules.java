package dev.sonde.rules;

import java.util.List;

/** What is demanded of a file with overrides, beside what is demanded of probes. */
public final class EnvironmentRules {

  /** An environment that is in no file. */
  public static final Rule UNKNOWN =
      rule(
          "environment-unknown",
          "The file has the environment that you ask for.",
          "Without it, the probes would go out without its differences.");

  /** An override of a container without probes. */
  public static final Rule CONTAINER_UNKNOWN =
      rule(
          "override-container-unknown",
          "An override names a container with declared probes.",
          "It would change nothing, and nobody would notice.");

  /** An override that fits several containers. */
  public static final Rule CONTAINER_UNCLEAR =
      rule(
          "override-container-unclear",
          "An override fits the probes of one container only.",
          "Nobody can tell which one is meant.");

  /** Two overrides of one container. */
  public static final Rule TWICE =
      rule(
          "override-twice",
          "An environment overrides the probes of a container in one place.",
          "Nobody can tell which one counts.");

  /** An override that asks for a path that is not served. */
  public static final Rule ENDPOINT =
      rule(
          "override-endpoint",
          "An override of a probe of the code's port keeps a path that the code serves.",
          "An environment changes the question, not the answer: every answer would be 404.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(UNKNOWN, CONTAINER_UNKNOWN, CONTAINER_UNCLEAR, TWICE, ENDPOINT);

  private EnvironmentRules() {}

  private static Rule rule(String id, String summary, String why) {
    return new Rule(id, FindingKind.INPUT, Severity.ERROR, summary, why, "Sonde");
  }
}
