package dev.sonde.adopt;

import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.output.YamlFindings;
import dev.sonde.manifests.tree.ProblemKind;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the containers of manifests, and notes what cannot be read. */
final class ManifestScan {

  private final WorkloadReader reader;
  private final List<ManifestContainer> containers = new ArrayList<>();
  private final List<PlacedFinding> findings = new ArrayList<>();
  private Optional<String> fragment = Optional.empty();

  ManifestScan(WorkloadReader reader) {
    this.reader = reader;
  }

  /** All containers, in the order of files and text. */
  List<ManifestContainer> containers() {
    return containers;
  }

  /** What cannot be read: in it there might be anything. */
  List<PlacedFinding> findings() {
    return findings;
  }

  /** The first file with a workload that does not say its kind. */
  Optional<String> fragment() {
    return fragment;
  }

  void read(ManifestFile file) {
    YamlStream stream = YamlStream.parse(file.bytes());
    List<YamlProblem> duplicates =
        stream.problems().stream().filter(p -> p.kind() == ProblemKind.DUPLICATE_KEY).toList();
    for (YamlProblem problem : stream.problems()) {
      if (problem.kind() != ProblemKind.DUPLICATE_KEY) {
        findings.add(
            PlacedFinding.at(
                YamlFindings.of(problem).withSeverity(Severity.ERROR),
                file.name(),
                1,
                stream.source(),
                problem.offset()));
      }
    }
    for (int i = 0; i < stream.documents().size(); i++) {
      YamlDocument document = stream.documents().get(i);
      if (fragment.isEmpty() && WorkloadReader.isFragment(document)) {
        fragment = Optional.of(file.name());
      }
      int number = i + 1;
      WorkloadReader.kindOf(document)
          .flatMap(WorkloadKinds.KNOWN::removedVersion)
          .map(
              removed ->
                  PlacedFinding.at(
                      removed,
                      file.name(),
                      number,
                      stream.source(),
                      FieldPlaces.of(document.root(), removed.focus()).start()))
          .ifPresent(findings::add);
      for (WorkloadNode workload : reader.read(document)) {
        for (ContainerNode node : workload.containers()) {
          containers.add(
              new ManifestContainer(
                  file.name(), stream.source(), number, duplicates, workload, node, false));
        }
      }
    }
  }
}
