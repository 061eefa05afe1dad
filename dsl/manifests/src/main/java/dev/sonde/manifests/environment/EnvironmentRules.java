package dev.sonde.manifests.environment;

import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.List;

/** What is demanded of a file with overrides, beside what is demanded of probes. */
public final class EnvironmentRules {

  static final Rule SHAPE =
      rule(
          "overrides-shape",
          "A file with overrides holds one document, a map of fields.",
          "Of several nobody could tell which one is meant.");

  static final Rule VERSION =
      rule(
          "overrides-version",
          "A file with overrides has the kind Overrides and a version that is known.",
          "Another version may mean something else by the same words.");

  static final Rule UNKNOWN =
      rule(
          "environment-unknown",
          "The environment that is asked for stands in the file.",
          "The probes would go out as if nothing were different there.");

  static final Rule CONTAINER_UNKNOWN =
      rule(
          "override-container-unknown",
          "An override names a container whose probes are declared.",
          "It would change nothing, and nobody would notice.");

  static final Rule CONTAINER_UNCLEAR =
      rule(
          "override-container-unclear",
          "An override fits the probes of one container only.",
          "Nobody can tell which one is meant.");

  static final Rule TWICE =
      rule(
          "override-twice",
          "An environment overrides the probes of a container in one place.",
          "Nobody can tell which one counts.");

  static final Rule ENDPOINT =
      rule(
          "override-endpoint",
          "An override does not ask the port that the code serves for a path that it does not serve.",
          "An environment changes what is asked, and not what answers: every answer would be 404.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(SHAPE, VERSION, UNKNOWN, CONTAINER_UNKNOWN, CONTAINER_UNCLEAR, TWICE, ENDPOINT);

  private EnvironmentRules() {}

  private static Rule rule(String id, String summary, String why) {
    return new Rule(id, FindingKind.LINT, Severity.ERROR, summary, why, "Sonde");
  }
}
