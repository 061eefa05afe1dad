package dev.sonde.rules;

import java.util.List;

/** What keeps a file, or a document in it, from being judged at all. */
public final class InputRules {

  /** A file that is not there, may not be read, or is too large. */
  public static final Rule FILE_UNREADABLE =
      input(
          "file-unreadable",
          "Sonde can read every named file, and its size is one that people write.",
          "Sonde does not know what it says, so it cannot approve it.");

  /** A file that could not be written. */
  public static final Rule FILE_NOT_WRITTEN =
      input(
          "file-not-written",
          "Sonde can write every file, and nobody changed it after Sonde read it.",
          "Otherwise somebody would lose work. Sonde leaves all files unchanged.");

  /** A document that Sonde itself could not cope with. */
  public static final Rule NOT_JUDGED =
      input(
          "not-judged",
          "Sonde judges a document to its end.",
          "It can say nothing about a part that it has not seen.");

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
          "Nothing can read the document, and kubectl sends none of it.");

  /** A tab for indentation. */
  public static final Rule YAML_TAB =
      decode(
          "yaml-tab",
          "Spaces indent a manifest.",
          "YAML forbids tabs there, because nobody knows how wide they are.");

  /** A template that was not rendered. */
  public static final Rule YAML_TEMPLATE =
      lint(
          "yaml-template",
          Severity.WARNING,
          "A manifest is finished YAML, not a template.",
          "A Helm chart's template becomes YAML only through its values; until then nobody can "
              + "judge it. The templates of a folder are one finding. Merging refuses them.");

  /** An alias to nothing. */
  public static final Rule YAML_ALIAS =
      decode(
          "yaml-alias",
          "An alias refers to an anchor before it.",
          "Without the anchor it has no value.");

  /** A document blown up. */
  public static final Rule YAML_SIZE =
      decode(
          "yaml-size",
          "A document is not nested too deeply, and its aliases do not expand too far.",
          "The API server refuses such documents, to protect itself.");

  /** A kind that Kubernetes does not have in that version. */
  public static final Rule OBJECT_KIND =
      decode(
          "object-kind",
          "A manifest names a kind of object, and a version in which Kubernetes has it.",
          "The API server does not know any other. Versions such as extensions/v1beta1 have been "
              + "gone for years.");

  /** A document that is none of Kubernetes'. */
  public static final Rule NOT_KUBERNETES =
      lint(
          "not-kubernetes",
          Severity.INFO,
          "A document with the fields of a manifest names its kind and apiVersion.",
          "Without them nobody can tell what it is, and lint does not judge it. It skips and "
              + "counts other YAML, such as the values of a chart.");

  /** An overlay that was not built. */
  public static final Rule OVERLAY_UNSEEN =
      lint(
          "overlay-unseen",
          Severity.WARNING,
          "Lint sees an overlay as kustomize builds it.",
          "Its patches may change every probe; only the built overlay shows what the cluster "
              + "gets.");

  /** An overlay that cannot be built. */
  public static final Rule OVERLAY_REFUSED =
      lint(
          "overlay-refused",
          Severity.ERROR,
          "An overlay builds without an error.",
          "The tool refuses it, so nobody knows what the cluster gets.");

  /** A chart that was not rendered. */
  public static final Rule CHART_UNSEEN =
      lint(
          "chart-unseen",
          Severity.WARNING,
          "Lint sees a chart as Helm renders it.",
          "Its templates become manifests only through its values; only the rendered chart shows "
              + "what the cluster gets.");

  /** A chart that cannot be rendered. */
  public static final Rule CHART_REFUSED =
      lint(
          "chart-refused",
          Severity.ERROR,
          "Helm can render a chart with its own values.",
          "Helm refuses it, so nobody knows what the cluster gets. Perhaps it needs more values, or"
              + " the charts that it depends on.");

  /** A comment that was to switch off a rule, and does not. */
  public static final Rule SUPPRESSION =
      lint(
          "suppression",
          Severity.WARNING,
          "A comment that switches off a rule names one rule of advice, and the reason.",
          "Without a reason nobody can tell later whether it still applies. Nothing switches off "
              + "what the API server refuses.");

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
          "A file of Sonde's own has one document, a map of fields; only probes may have several.",
          "With more, nobody could tell which one is meant.");

  /** A document of another kind or version. */
  public static final Rule DOCUMENT_VERSION =
      input(
          "document-version",
          "A document of Sonde's own has the right kind, and a version that Sonde knows.",
          "In another version, the same words may mean something else.");

  /** A document without something that it needs. */
  public static final Rule FIELD_MISSING =
      input(
          "field-missing",
          "A document of Sonde's own has all required fields.",
          "Without them nobody can tell what the rest belongs to.");

  /** A part of a scenario that lacks something, or contradicts itself. */
  public static final Rule SCENARIO_FIELD =
      input(
          "scenario-field",
          "A scenario has all it takes to play it, and no contradictions.",
          "Otherwise nobody could tell what should happen.");

  /** A value of a scenario that cannot be. */
  public static final Rule SCENARIO_VALUE =
      input(
          "scenario-value",
          "A scenario has possible values: durations, numbers within their limits, known words.",
          "With others, the simulation would show something else.");

  /** A recording that cannot be replayed. */
  public static final Rule RECORDING =
      input(
          "recording",
          "A recording is what kubectl prints as JSON, or what a kubelet's prober counted, to its "
              + "end.",
          "Half of the events would tell another story.");

  /** An objective that cannot be. */
  public static final Rule OBJECTIVE =
      input(
          "objective",
          "Sonde knows each objective, and its time or number is possible.",
          "Otherwise it would suggest numbers for a different wish.");

  /** A workload, container, probe or shape that was asked for by name and is not there. */
  public static final Rule CHOICE_UNKNOWN =
      input(
          "choice-unknown",
          "The workload, container, probe or shape that you ask for exists.",
          "Otherwise Sonde would look at another one, or none.");

  /** A file with several of what one is asked for. */
  public static final Rule CHOICE_UNCLEAR =
      input(
          "choice-unclear",
          "Among several workloads, containers or probes, you choose one.",
          "Nobody can tell which one is meant.");

  /** A release of Kubernetes that is not known. */
  public static final Rule KUBERNETES_VERSION =
      input(
          "kubernetes-version",
          "Sonde knows the release of Kubernetes, such as 1.36.",
          "It does not know what another one refuses, or what its kubelet does.");

  /** A setting that cannot be. */
  public static final Rule PROJECT_VALUE =
      input(
          "project-value",
          "A project file has existing rules of advice, valid patterns and other possible values.",
          "Others would change nothing, or the wrong thing, and nobody would notice.");

  /** A value of a measurement that cannot be, or that was not measured. */
  public static final Rule MEASUREMENT_VALUE =
      input(
          "measurement-value",
          "A measurement has the measured numbers, unedited.",
          "A budget that rests on edited numbers rests on nothing.");

  /** Several project files for one run. */
  public static final Rule PROJECT_UNCLEAR =
      input(
          "project-unclear",
          "The files of one run belong to one project.",
          "Otherwise nobody could tell whose settings count.");

  /** Code without probes. */
  public static final Rule PROBES_MISSING =
      input(
          "probes-missing",
          "The input that should declare probes has some.",
          "Without them, Sonde would compare and write nothing, and all would seem well.");

  /** Classes that the annotation processor was not asked about. */
  public static final Rule PROCESSOR_OFF =
      input(
          "processor-off",
          "If classes have Sonde's annotations, its processor has run.",
          "Otherwise nothing records what the code declares, and everything would seem to agree "
              + "with it.");

  /** Documents of other classes than those that are there. */
  public static final Rule CLASSES_STALE =
      input(
          "classes-stale",
          "The processor's output matches the classes beside it.",
          "Otherwise some of them are gone, or the processor never saw them, and Sonde would use "
              + "yesterday's probes.");

  /** Classes of other sources than those that are there. */
  public static final Rule SOURCES_CHANGED =
      input(
          "sources-changed",
          "The classes come from the current sources.",
          "Otherwise Sonde would say that code and manifests agree, although they no longer do.");

  /** What Sonde says about a file in which it judged nothing. */
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
