package dev.sonde.manifests.lint;

import dev.sonde.lint.JudgedSeries;
import dev.sonde.manifests.decode.DecodeVerdict;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.GatedUse;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.measured.EvidenceSet;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.output.YamlFindings;
import dev.sonde.manifests.tree.JsonStream;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.OverriddenMerges;
import dev.sonde.manifests.tree.ProblemKind;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.FindingsByRelease;
import java.util.ArrayList;
import java.util.List;

/** Judges one file, document by document, as they are read. */
final class FileJudge {

  private final StrictDecoder decoder;
  private final ObjectKinds kinds;
  private final ServiceSelectors services;
  private final List<KubernetesVersion> releases;
  private final NodePorts nodePorts;
  private final EvidenceSet evidence;
  private final boolean templatesApart;
  private final String name;
  private final SourceText source;
  private final FileSuppressions suppressions;
  private final boolean mayMerge;
  private final List<JudgedObject> judged = new ArrayList<>();
  private final List<YamlProblem> duplicates = new ArrayList<>(0);
  private final List<YamlProblem> undecodable = new ArrayList<>(0);
  private final List<String> names = new ArrayList<>();
  private final List<PlacedFinding> templates = new ArrayList<>(0);
  private final List<PlacedSeries> measured = new ArrayList<>(0);
  private int documents;
  private int workloads;
  private int containers;
  private int passedOver;

  FileJudge(
      ManifestText file,
      StrictDecoder decoder,
      ObjectKinds kinds,
      ServiceSelectors services,
      NodePorts nodePorts,
      EvidenceSet evidence,
      boolean templatesApart,
      List<KubernetesVersion> releases) {
    this.name = file.name();
    this.releases = releases;
    this.decoder = decoder.of(releases.get(releases.size() - 1));
    this.kinds = kinds;
    this.services = services;
    this.nodePorts = nodePorts;
    this.evidence = evidence;
    this.templatesApart = templatesApart;
    this.source = SourceText.decode(file.content(), undecodable::add);
    this.suppressions = FileSuppressions.in(source);
    this.mayMerge = source.text().contains(MappingNode.MERGE_KEY);
  }

  List<JudgedObject> judge() {
    if (undecodable.isEmpty()) {
      guard(this::read);
    }
    undecodable.forEach(this::broken);
    return judged;
  }

  /** A file that says it is JSON is read as nothing else. */
  private void read() {
    if (name.endsWith(".json")) {
      JsonStream.visit(source, this::guarded, this::problem);
    } else {
      YamlStream.visit(source, this::guarded, this::problem);
    }
  }

  private void guarded(YamlDocument document) {
    documents++;
    guard(() -> judge(document));
    duplicates.clear();
  }

  /** Whatever is in a file, it is no reason to say nothing about all others. */
  private void guard(Runnable step) {
    DefectGuard.run(step).ifPresent(defect -> judged.add(JudgedObject.of(place(defect, 0))));
  }

  /** What the workloads in it are called. */
  List<String> names() {
    return names;
  }

  int documents() {
    return documents;
  }

  int workloads() {
    return workloads;
  }

  /** How many containers the pods of the workloads have. */
  int containers() {
    return containers;
  }

  /** How many documents are none of Kubernetes'. */
  int passedOver() {
    return passedOver;
  }

  /** What is said of documents that somebody has to render first, where it is kept apart. */
  List<PlacedFinding> templates() {
    return templates;
  }

  /** What was measured of the containers in it, beside their numbers. */
  List<PlacedSeries> measured() {
    return measured;
  }

  private void problem(YamlProblem problem) {
    if (problem.kind() == ProblemKind.DUPLICATE_KEY) {
      duplicates.add(problem);
    } else {
      broken(problem);
    }
  }

  private void broken(YamlProblem problem) {
    documents++;
    duplicates.clear();
    PlacedFinding placed = place(YamlFindings.of(problem), problem.offset());
    if (templatesApart && problem.kind() == ProblemKind.TEMPLATE) {
      templates.add(placed);
    } else {
      judged.add(JudgedObject.of(placed));
    }
  }

  private void judge(YamlDocument document) {
    if (mayMerge) {
      OverriddenMerges.find(document.root(), source, duplicates::add);
    }
    FileSuppressions.OfDocument suppressed = suppressions.of(document);
    if (document.root() instanceof MappingNode root) {
      judge(root, kinds.of(JsonReader.of(root)), suppressed);
    } else if (document.root().start() < document.root().end()) {
      passedOver++;
    }
    suppressed.mistakes().forEach(mistake -> judged.add(JudgedObject.of(place(mistake))));
  }

  private void judge(
      MappingNode root, ObjectKinds.Answer answer, FileSuppressions.OfDocument suppressed) {
    JsonReader object = JsonReader.of(root);
    if (answer instanceof ObjectKinds.HasPod kind) {
      judgeWorkload(root, new LintedWorkload(object, kind), suppressed);
    } else if (answer instanceof ObjectKinds.Unversioned pod) {
      wrong(root, pod.finding().withKind(FindingKind.LINT));
      judge(root, pod.pod(), suppressed);
    } else if (answer instanceof ObjectKinds.IsService) {
      services.add(object);
    } else if (answer instanceof ObjectKinds.HoldsObjects list) {
      judgeItems(object, list, suppressed);
    } else if (answer instanceof ObjectKinds.Stranger) {
      passedOver++;
    } else if (answer instanceof ObjectKinds.Wrong wrong) {
      wrong(root, wrong.finding());
    }
  }

  private void wrong(MappingNode root, Finding finding) {
    int offset = FieldPlaces.of(root, finding.focus()).start();
    judged.add(JudgedObject.of(place(finding, offset)));
  }

  private void judgeItems(
      JsonReader object, ObjectKinds.HoldsObjects list, FileSuppressions.OfDocument suppressed) {
    YamlTreeNode items = object.collection("items").orElseThrow();
    if (items instanceof SequenceNode sequence) {
      for (YamlTreeNode item : sequence.items()) {
        if (item.resolved() instanceof MappingNode root) {
          judge(root, kinds.of(JsonReader.of(root), list), suppressed);
        }
      }
    }
  }

  private void judgeWorkload(
      MappingNode root, LintedWorkload workload, FileSuppressions.OfDocument suppressed) {
    workloads++;
    DecodeVerdict decoded = decode(decoder, root, workload);
    PodJudge judge = new PodJudge(root, workload, decoded, decoder.release(), nodePorts, evidence);
    List<PlacedFinding> findings =
        findings(judge, root, workload, decoded).stream()
            .filter(pointed -> !suppressed.covers(pointed.finding(), pointed.offset()))
            .map(this::place)
            .toList();
    for (JudgedSeries series : judge.measured()) {
      int offset = FieldPlaces.of(root, series.container()).start();
      measured.add(new PlacedSeries(series, ManifestPlace.at(name, documents, source, offset)));
    }
    int inPod = judge.containers();
    containers += inPod;
    names.add(workload.name());
    if (!findings.isEmpty() || workload.owner().isPresent()) {
      judged.add(new JudgedObject(findings, judge.question(), workload.owner(), inPod));
    }
  }

  /** Nearly all workloads are the same in all releases, and are judged once. */
  private List<PodJudge.Pointed> findings(
      PodJudge newest, MappingNode root, LintedWorkload workload, DecodeVerdict decoded) {
    if (decoded.gated().stream().noneMatch(use -> use.field().matters(releases))) {
      return newest.findings();
    }
    FindingsByRelease<Integer> said = new FindingsByRelease<>(releases);
    newest.findings().forEach(one -> said.add(decoder.release(), one.finding(), one.offset()));
    for (KubernetesVersion release : releases.subList(0, releases.size() - 1)) {
      DecodeVerdict other = decode(decoder.of(release), root, workload);
      new PodJudge(root, workload, other, release, nodePorts, evidence)
          .findings()
          .forEach(one -> said.add(release, one.finding(), one.offset()));
    }
    List<PodJudge.Pointed> findings = new ArrayList<>();
    said.forEach((finding, offset) -> findings.add(new PodJudge.Pointed(finding, offset)));
    GateFindings gates = new GateFindings(releases);
    for (GatedUse use : decoded.gated()) {
      gates
          .of(use, workload.objectKind().kind())
          .ifPresent(found -> findings.add(new PodJudge.Pointed(found, use.at().start())));
    }
    return findings;
  }

  private DecodeVerdict decode(StrictDecoder of, MappingNode root, LintedWorkload workload) {
    return workload.isBuiltIn()
        ? of.decode(root, workload.objectKind(), source, duplicates)
        : of.decodePodTemplate(root, workload.templatePath(), source, duplicates);
  }

  private PlacedFinding place(PodJudge.Pointed pointed) {
    return place(pointed.finding(), pointed.offset());
  }

  private PlacedFinding place(Finding finding, int offset) {
    return PlacedFinding.at(finding, name, documents, source, offset);
  }
}
