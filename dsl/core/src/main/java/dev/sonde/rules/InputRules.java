package dev.sonde.rules;

import java.util.List;

/** What keeps a file, or a document in it, from being judged at all. */
public final class InputRules {

  /** A file that is not there, may not be read, or is too large. */
  public static final Rule FILE_UNREADABLE =
      input(
          "file-unreadable",
          "Every file that is named can be read, and is of a size that people write.",
          "Nothing is known of what it says, so nothing good can be said of it.");

  /** A file that could not be written. */
  public static final Rule FILE_NOT_WRITTEN =
      input(
          "file-not-written",
          "Every file that is to be written can be written, and is as it was when it was read.",
          "Somebody's work would be lost. All files are left as they were.");

  /** A document that Sonde itself could not cope with. */
  public static final Rule NOT_JUDGED =
      input(
          "not-judged",
          "A document is judged to its end.",
          "Nothing can be said about what was not looked at.");

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
      lint(
          "yaml-template",
          Severity.WARNING,
          "A manifest is rendered before it is judged.",
          "A Helm chart's template becomes YAML only through its values; before that there is"
              + " nothing to judge. The templates of a folder are one finding. Merging refuses"
              + " them.");

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
          "A document with the fields of a manifest names its kind and apiVersion.",
          "Without them nobody can tell what it is, and it is not judged. Other YAML, such as the"
              + " values of a chart, is skipped and counted.");

  /** An overlay that was not built. */
  public static final Rule OVERLAY_UNSEEN =
      lint(
          "overlay-unseen",
          Severity.WARNING,
          "An overlay is judged as kustomize builds it.",
          "Its patches may change every probe; without building it nobody knows what the cluster"
              + " gets.");

  /** An overlay that cannot be built. */
  public static final Rule OVERLAY_REFUSED =
      lint(
          "overlay-refused",
          Severity.ERROR,
          "An overlay can be built.",
          "The tool that builds it refuses it, so nobody knows what the cluster gets.");

  /** A chart that was not rendered. */
  public static final Rule CHART_UNSEEN =
      lint(
          "chart-unseen",
          Severity.WARNING,
          "A chart is judged as Helm renders it.",
          "Its templates become manifests only through its values; without rendering it nobody"
              + " knows what the cluster gets.");

  /** A chart that cannot be rendered. */
  public static final Rule CHART_REFUSED =
      lint(
          "chart-refused",
          Severity.ERROR,
          "A chart can be rendered with its own values.",
          "Helm refuses it, so nobody knows what the cluster gets. Perhaps it needs more values, or"
              + " the charts that it depends on.");

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
          "The fields of one container are in one list item.",
          "A dash before a probe begins another container, one without name and image.");

  /** A file that was to hold a document of Sonde's own. */
  public static final Rule DOCUMENT_SHAPE =
      input(
          "document-shape",
          "A file of Sonde's own holds one document, a map of fields; only probes may come in"
              + " several documents.",
          "Of several nobody could tell which one is meant.");

  /** A document of another kind or version. */
  public static final Rule DOCUMENT_VERSION =
      input(
          "document-version",
          "A document of Sonde's own has the kind that belongs here, and a version that is known.",
          "Another version may mean something else by the same words.");

  /** A document without something that it needs. */
  public static final Rule FIELD_MISSING =
      input(
          "field-missing",
          "A document of Sonde's own has the fields that it cannot do without.",
          "Nobody could tell what the rest of it belongs to.");

  /** A part of a scenario that lacks something, or contradicts itself. */
  public static final Rule SCENARIO_FIELD =
      input(
          "scenario-field",
          "A scenario says what is needed to play it, and nothing that contradicts itself.",
          "Nobody could tell what is meant to happen.");

  /** A value of a scenario that cannot be. */
  public static final Rule SCENARIO_VALUE =
      input(
          "scenario-value",
          "A value of a scenario is one that can be: a duration, a number within its limits, a word"
              + " that is known.",
          "Something else would happen than what is meant.");

  /** A recording that cannot be replayed. */
  public static final Rule RECORDING =
      input(
          "recording",
          "A recording is what kubectl prints as JSON, or what a kubelet's prober counted, to its end.",
          "Half of what happened looks like another story.");

  /** An objective that cannot be. */
  public static final Rule OBJECTIVE =
      input(
          "objective",
          "An objective is one that Sonde knows, with a time or a number that can be.",
          "Numbers would be suggested for something else than what is wanted.");

  /** A workload, container, probe or shape that was asked for by name and is not there. */
  public static final Rule CHOICE_UNKNOWN =
      input(
          "choice-unknown",
          "The workload, container, probe or shape that is asked for is there.",
          "Another one would be looked at, or none.");

  /** A file with several of what one is asked for. */
  public static final Rule CHOICE_UNCLEAR =
      input(
          "choice-unclear",
          "Where there are several workloads, containers or probes, one of them is chosen.",
          "Nobody can tell which one is meant.");

  /** A release of Kubernetes that is not known. */
  public static final Rule KUBERNETES_VERSION =
      input(
          "kubernetes-version",
          "A release of Kubernetes is one that Sonde knows, as in 1.36.",
          "Nobody knows what another one refuses, or what its kubelet does.");

  /** A setting that cannot be. */
  public static final Rule PROJECT_VALUE =
      input(
          "project-value",
          "A project file names rules of advice, patterns of paths and other values that can be.",
          "It would change nothing, or something else than is meant, and nobody would notice.");

  /** A value of a measurement that cannot be, or that was not measured. */
  public static final Rule MEASUREMENT_VALUE =
      input(
          "measurement-value",
          "A measurement holds numbers that were measured, as they were written.",
          "A budget that rests on numbers that somebody changed rests on nothing.");

  /** Several project files for one run. */
  public static final Rule PROJECT_UNCLEAR =
      input(
          "project-unclear",
          "What is looked at in one run belongs to one project.",
          "Nobody could tell whose settings count.");

  /** Code without probes. */
  public static final Rule PROBES_MISSING =
      input(
          "probes-missing",
          "There are probes where they are said to be declared.",
          "Nothing could be compared or written, and all would seem well.");

  /** Classes that the annotation processor was not asked about. */
  public static final Rule PROCESSOR_OFF =
      input(
          "processor-off",
          "Where classes have Sonde's annotations, its processor has run.",
          "What the code declares is written nowhere, and everything would seem to agree with it.");

  /** Documents of other classes than those that are there. */
  public static final Rule CLASSES_STALE =
      input(
          "classes-stale",
          "What the processor wrote is what the classes beside it say.",
          "Some of them were compiled without the processor, or are gone. The probes of yesterday"
              + " would be compared or written.");

  /** Classes of other sources than those that are there. */
  public static final Rule SOURCES_CHANGED =
      input(
          "sources-changed",
          "The classes are compiled from the sources as they are now.",
          "The code would be said to agree with manifests that it does not agree with any more.");

  /** What is told of a file in which nothing was judged. */
  public static final List<Rule> UNREAD = List.of(FILE_UNREADABLE, YAML_ENCODING);

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          FILE_UNREADABLE,
          NOT_JUDGED,
          YAML_ENCODING,
          YAML_SYNTAX,
          YAML_TAB,
          YAML_TEMPLATE,
          YAML_ALIAS,
          YAML_SIZE,
          OBJECT_KIND,
          NOT_KUBERNETES,
          OVERLAY_UNSEEN,
          OVERLAY_REFUSED,
          CHART_UNSEEN,
          CHART_REFUSED,
          SUPPRESSION,
          STRAY_DASH,
          DOCUMENT_SHAPE,
          DOCUMENT_VERSION,
          FIELD_MISSING,
          SCENARIO_FIELD,
          SCENARIO_VALUE,
          RECORDING,
          OBJECTIVE,
          CHOICE_UNKNOWN,
          CHOICE_UNCLEAR,
          KUBERNETES_VERSION,
          PROJECT_VALUE,
          MEASUREMENT_VALUE,
          PROJECT_UNCLEAR,
          PROBES_MISSING,
          PROCESSOR_OFF,
          CLASSES_STALE,
          SOURCES_CHANGED,
          FILE_NOT_WRITTEN);

  private InputRules() {}

  private static Rule decode(String id, String summary, String why) {
    return new Rule(id, FindingKind.DECODE, Severity.ERROR, summary, why, "Kubernetes: kubectl");
  }

  private static Rule input(String id, String summary, String why) {
    return new Rule(id, FindingKind.INPUT, Severity.ERROR, summary, why, "Sonde");
  }

  private static Rule lint(String id, Severity severity, String summary, String why) {
    return new Rule(id, FindingKind.LINT, severity, summary, why, "Sonde");
  }
}
