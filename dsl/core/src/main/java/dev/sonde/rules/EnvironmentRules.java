package dev.sonde.rules;

import java.util.List;

/** What is demanded of a file with overrides, beside what is demanded of probes. */
public final class EnvironmentRules {

  /** An environment that is in no file. */
  public static final Rule UNKNOWN =
      rule(
          "environment-unknown",
          "The environment that is asked for is in the file.",
          "The probes would go out as if nothing were different there.");

  /** An override of a container without probes. */
  public static final Rule CONTAINER_UNKNOWN =
      rule(
          "override-container-unknown",
          "An override names a container whose probes are declared.",
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
          "An override does not ask the port that the code serves for a path that it does not"
              + " serve.",
          "An environment changes what is asked, and not what answers: every answer would be 404.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(UNKNOWN, CONTAINER_UNKNOWN, CONTAINER_UNCLEAR, TWICE, ENDPOINT);

  private EnvironmentRules() {}

  private static Rule rule(String id, String summary, String why) {
    return new Rule(id, FindingKind.INPUT, Severity.ERROR, summary, why, "Sonde");
  }
}
