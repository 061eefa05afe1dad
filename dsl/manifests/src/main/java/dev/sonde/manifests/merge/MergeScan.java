package dev.sonde.manifests.merge;

import static java.util.stream.Collectors.groupingBy;

import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.internal.assign.WorkloadSummary;
import dev.sonde.manifests.merge.internal.assign.WorkloadSummary.Found;
import dev.sonde.manifests.merge.internal.check.ServicePort;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.output.YamlFindings;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.ConfigMapNode;
import dev.sonde.manifests.workload.ValuesReader;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.MergeRules;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads all files, and keeps of them what probes may go into. */
final class MergeScan {

  private final Map<Optional<String>, List<WorkloadRef>> wantedByName;
  private final Function<YamlDocument, List<WorkloadNode>> reader;
  private final List<WorkloadSummary> workloads = new ArrayList<>();
  private final List<ServicePort> servicePorts = new ArrayList<>();
  private final Map<String, ManifestPlace> otherKinds = new TreeMap<>();
  private final List<ConfigMapNode> configMaps = new ArrayList<>();
  private Optional<String> fragment = Optional.empty();
  private int documents;
  private final Map<PlacedFinding, String> obstacles = new LinkedHashMap<>();
  private final List<PlacedFinding> problems = new ArrayList<>();

  /**
   * @param wanted the workloads that probes name; of others only the names are kept
   * @param reader finds the workloads of a document
   */
  MergeScan(List<WorkloadRef> wanted, Function<YamlDocument, List<WorkloadNode>> reader) {
    this.wantedByName = wanted.stream().collect(groupingBy(WorkloadRef::name));
    this.reader = reader;
  }

  void read(ManifestFile file) {
    List<YamlProblem> found = new ArrayList<>();
    SourceText source = SourceText.decode(file.bytes(), found::add);
    documents = 0;
    if (found.isEmpty()) {
      YamlStream.visit(source, document -> keep(file, source, document), found::add);
    }
    found.forEach(
        problem ->
            problems.add(
                PlacedFinding.at(
                    YamlFindings.of(problem).withSeverity(Severity.ERROR),
                    file.name(),
                    1,
                    source,
                    problem.offset())));
  }

  private void keep(ManifestFile file, SourceText source, YamlDocument document) {
    documents++;
    servicePorts.addAll(ServicePort.of(file.name(), documents, source, document));
    wantedByName.forEach((name, wanted) -> keepObstacle(name, wanted, file, source, document));
    configMaps.addAll(ConfigMapNode.of(file.name(), documents, source, document));
    List<WorkloadNode> found = reader.apply(document);
    if (found.isEmpty()) {
      WorkloadReader.kindOf(document)
          .ifPresent(
              kind ->
                  otherKinds.putIfAbsent(
                      kind,
                      ManifestPlace.at(
                          file.name(),
                          documents,
                          source,
                          FieldPlaces.of(document.root(), FieldPath.of("apiVersion")).start())));
      if (fragment.isEmpty() && WorkloadReader.isFragment(document)) {
        fragment = Optional.of(file.name());
      }
    }
    for (WorkloadNode node : found) {
      Found kept = new Found(document, documents, node);
      WorkloadSummary summary = WorkloadSummary.of(file.name(), source, kept, false);
      workloads.add(
          isWanted(summary) ? WorkloadSummary.of(file.name(), source, kept, true) : summary);
    }
  }

  private void keepObstacle(
      Optional<String> name,
      List<WorkloadRef> wanted,
      ManifestFile file,
      SourceText source,
      YamlDocument document) {
    if (wanted.get(0).kind().equals(Optional.of(ValuesReader.KIND)) && name.isPresent()) {
      ValuesReader.obstacle(document, name.get())
          .map(node -> ManifestPlace.at(file.name(), documents, source, node.start()))
          .ifPresent(place -> obstacles.put(takenAway(place, name.get()), name.get()));
    }
  }

  private static PlacedFinding takenAway(ManifestPlace place, String values) {
    return place.finding(
        MergeRules.MISSING.finding(
            FieldPath.ROOT,
            "this removes the values \"" + values + "\" of the files below, with their probes.",
            "Take it out, or write the values."));
  }

  /** What of a file that lies over others takes away the values that probes are meant for. */
  Stream<PlacedFinding> takingAway(ContainerRef values) {
    return obstacles.entrySet().stream()
        .filter(obstacle -> values.workload().name().equals(Optional.of(obstacle.getValue())))
        .map(Map.Entry::getKey);
  }

  private boolean isWanted(WorkloadSummary summary) {
    return wanted(summary.name()).anyMatch(summary::matches)
        || wanted(Optional.empty()).anyMatch(summary::matches);
  }

  private Stream<WorkloadRef> wanted(Optional<String> name) {
    return wantedByName.getOrDefault(name, List.of()).stream();
  }

  /** The workloads, in the order of files and text. */
  List<WorkloadSummary> workloads() {
    return workloads;
  }

  /** Version and kind of the documents in which no workload was found, and where the first is. */
  Map<String, ManifestPlace> otherKinds() {
    return otherKinds;
  }

  /** The first file with a workload that does not say its kind. */
  Optional<String> fragment() {
    return fragment;
  }

  /** The ConfigMaps of all files. */
  List<ConfigMapNode> configMaps() {
    return configMaps;
  }

  /** The ports of Services. */
  List<ServicePort> servicePorts() {
    return servicePorts;
  }

  /** What is wrong with the files themselves. */
  List<PlacedFinding> problems() {
    return problems;
  }
}
