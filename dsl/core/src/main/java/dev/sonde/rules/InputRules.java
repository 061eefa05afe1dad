package dev.sonde.rules;

import java.util.List;

/** What keeps a file, or a document in it, from being judged at all. */
public final class InputRules {

  /** A file that is not there, may not be read, or is too large. */
  public static final Rule FILE_UNREADABLE =
      lint(
          "file-unreadable",
          Severity.ERROR,
          "Every file that is named can be read, and is of a size that people write.",
          "Nothing is known of what it says, so nothing good can be said of it.");

  /** Bytes that are no text. */
  public static final Rule YAML_ENCODING =
      decode(
          "yaml-encoding",
          "A manifest is text in UTF-8, or in UTF-16 with a byte order mark.",
          "Other bytes are no YAML. A binary file does not belong among manifests.");

  /** Broken YAML. */
  public static final Rule YAML_SYNTAX =
      decode(
          "yaml-syntax",
          "A manifest follows YAML's grammar.",
          "The document cannot be read, and kubectl sends none of it.");

  /** A tab for indentation. */
  public static final Rule YAML_TAB =
      decode(
          "yaml-tab",
          "A manifest is indented with spaces.",
          "YAML forbids tabs there, because nobody knows how wide they are.");

  /** A template that was not rendered. */
  public static final Rule YAML_TEMPLATE =
      decode(
          "yaml-template",
          "A manifest is rendered before it is judged.",
          "A Helm chart's template becomes YAML only through its values; before that there is"
              + " nothing to judge.");

  /** An alias to nothing. */
  public static final Rule YAML_ALIAS =
      decode(
          "yaml-alias",
          "An alias refers to an anchor before it.",
          "There is nothing that it could stand for.");

  /** A document blown up. */
  public static final Rule YAML_SIZE =
      decode(
          "yaml-size",
          "A document is neither nested nor expanded by aliases beyond all measure.",
          "The API server refuses such documents, to protect itself.");

  /** A kind that Kubernetes does not have in that version. */
  public static final Rule OBJECT_KIND =
      decode(
          "object-kind",
          "A manifest names a kind of object, and a version in which Kubernetes has it.",
          "The API server does not know what to make of it. Versions such as extensions/v1beta1"
              + " were removed years ago.");

  /** A document that is none of Kubernetes'. */
  public static final Rule NOT_KUBERNETES =
      lint(
          "not-kubernetes",
          Severity.INFO,
          "Only manifests of workloads are judged.",
          "Other YAML is passed over. A manifest among it has lost its kind or apiVersion.");

  /** A comment that was to switch off a rule, and does not. */
  public static final Rule SUPPRESSION =
      lint(
          "suppression",
          Severity.WARNING,
          "A comment that switches off a rule names one rule of advice, and the reason.",
          "Without a reason nobody can tell later whether it still holds. What the API server"
              + " refuses cannot be switched off.");

  /** A dash that splits a container in two. */
  public static final Rule STRAY_DASH =
      lint(
          "stray-dash",
          Severity.ERROR,
          "The fields of one container stand in one list item.",
          "A dash before a probe begins another container, one without name and image.");

  /** A file that was to hold a set of probes. */
  public static final Rule PROBE_SET_SHAPE =
      lint(
          "probe-set-shape",
          Severity.ERROR,
          "A file with a set of probes holds one document, a map of fields.",
          "Of several nobody could tell which one is meant.");

  /** A set of probes in a version of its own. */
  public static final Rule PROBE_SET_VERSION =
      lint(
          "probe-set-version",
          Severity.ERROR,
          "A set of probes has the kind ProbeSet and a version that is known.",
          "Another version may mean something else by the same words.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          FILE_UNREADABLE,
          YAML_ENCODING,
          YAML_SYNTAX,
          YAML_TAB,
          YAML_TEMPLATE,
          YAML_ALIAS,
          YAML_SIZE,
          OBJECT_KIND,
          NOT_KUBERNETES,
          SUPPRESSION,
          STRAY_DASH,
          PROBE_SET_SHAPE,
          PROBE_SET_VERSION);

  private InputRules() {}

  private static Rule decode(String id, String summary, String why) {
    return new Rule(id, FindingKind.DECODE, Severity.ERROR, summary, why, "Kubernetes: kubectl");
  }

  private static Rule lint(String id, Severity severity, String summary, String why) {
    return new Rule(id, FindingKind.LINT, severity, summary, why, "Sonde");
  }
}
