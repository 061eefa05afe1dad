package dev.sonde.rules;

import java.util.List;

/** What is demanded of manifests whose probes are to be declared in code. */
public final class AdoptRules {

  /** No probes to adopt. */
  public static final Rule NOTHING =
      rule(
          "adopt-nothing",
          "Among the chosen containers, at least one has probes.",
          "Otherwise code has nothing to declare.");

  /** One container in two places. */
  public static final Rule CONTAINER_TWICE =
      rule(
          "adopt-container-twice",
          "The probes of a container are in one place.",
          "Otherwise nobody can tell which ones the code should declare.");

  /** Two containers of one name. */
  public static final Rule NAME_TWICE =
      rule(
          "adopt-name-twice",
          "Containers that you adopt together as annotations have different names, or are in "
              + "workloads with names.",
          "In one compilation the processor tells containers apart by their names and workloads.");

  /** A container whose name nobody could write. */
  public static final Rule CONTAINER_NAME =
      rule(
          "adopt-container-name",
          "An adopted container has a name that Kubernetes accepts.",
          "Without it nobody can tell in code which container is meant.");

  /** One name for several classes. */
  public static final Rule CLASS_NAME =
      rule(
          "adopt-class-name",
          "You name the class only if you adopt one container.",
          "Each container gets a class of its own.");

  /** A file that would be overwritten. */
  public static final Rule FILE_EXISTS =
      rule(
          "adopt-file-exists",
          "The files to write do not exist yet, unless you ask to overwrite them.",
          "Otherwise somebody would lose code.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(NOTHING, CONTAINER_TWICE, NAME_TWICE, CONTAINER_NAME, CLASS_NAME, FILE_EXISTS);

  private AdoptRules() {}

  private static Rule rule(String id, String summary, String why) {
    return new Rule(id, FindingKind.INPUT, Severity.ERROR, summary, why, "Sonde");
  }
}
