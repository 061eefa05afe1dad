package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.scenario.ScenarioReader;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.PodSpecRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be played, from files: scenarios as they are written; of manifests and of probe sets
 * the standard scenarios. Every mistake is reported, and the other files are read all the same.
 */
final class SimulationFiles {

  private final PlayWish wish;
  private final List<SimulationPlan> found = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> mistakes = new ArrayList<>();
  private final WorkloadReader reader = new WorkloadReader(WorkloadKinds.KNOWN);

  SimulationFiles(PlayWish wish) {
    this.wish = wish;
  }

  /**
   * Reads a file, or all files of a folder, where files without anything to play are passed over.
   */
  void add(Path path) {
    try {
      for (ManifestFile file : ManifestFile.readAll(List.of(path), Path.of(""), FileFilter.ALL)) {
        add(file, Files.isDirectory(path));
      }
    } catch (IOException unreadable) {
      mistakes.add(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Reads the standard input, as far as a file may be long. */
  void addStandardInput(InputStream in) {
    try {
      add(ManifestFile.standardInput(in), false);
    } catch (IOException unreadable) {
      mistakes.add(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Reads one file; it may be one that holds nothing to play. */
  private void add(ManifestFile file, boolean mayBeOther) {
    int before = found.size() + mistakes.size();
    try {
      read(file);
    } catch (UnreadableDocumentException mistaken) {
      mistakes.add(String.valueOf(mistaken.getMessage()));
    }
    if (!mayBeOther && found.size() + mistakes.size() == before) {
      mistakes.add(
          file.name()
              + ": there is nothing to play in it. Name a scenario, a probe set, or a manifest"
              + " whose containers have probes.");
    }
  }

  List<SimulationPlan> found() {
    return found;
  }

  List<String> mistakes() {
    return mistakes;
  }

  private void read(ManifestFile file) {
    YamlStream stream = YamlStream.parse(file.bytes());
    if (stream.documents().stream().anyMatch(one -> isSondes(one, ScenarioReader.KIND))) {
      Path folder =
          Optional.ofNullable(file.path().toAbsolutePath().getParent()).orElse(Path.of(""));
      add(SimulationPlan.of(ScenarioReader.read(file.name(), stream, folder, wish.version())));
    } else if (stream.documents().stream().anyMatch(one -> isSondes(one, ProbeSetDocument.KIND))) {
      for (ProbeSet probes : ProbeSetReader.readAll(file.name(), stream)) {
        SimulationPlan.standard(probes.container().name().orElse("probes"), probes)
            .forEach(this::add);
      }
    } else {
      Mistakes.in(file.name(), stream).throwIfAny();
      stream.documents().forEach(document -> readManifest(file, stream, document));
    }
  }

  private void add(SimulationPlan plan) {
    found.add(plan.as(wish).besides(names));
  }

  private static boolean isSondes(YamlDocument document, String kind) {
    return document.root() instanceof MappingNode root
        && JsonReader.of(root)
            .text("apiVersion")
            .filter(ProbeSetDocument.API_VERSION::equals)
            .isPresent()
        && JsonReader.of(root).text("kind").filter(kind::equals).isPresent();
  }

  private void readManifest(ManifestFile file, YamlStream stream, YamlDocument document) {
    for (WorkloadNode workload : reader.read(document)) {
      List<String> way = workload.kind().podSpecPath();
      PodSpec pod =
          workload.kind().completed(PodReader.read(JsonReader.of(workload.node()).at(way)));
      FieldPath path = FieldPath.of(way.toArray(String[]::new));
      Mistakes refused = Mistakes.in(file.name(), stream);
      KubernetesVersion version = wish.version().orElse(KubernetesVersion.DEFAULT);
      for (Finding error : PodSpecRules.validate(pod, path, version).errors()) {
        refused.add(FieldPlaces.of(workload.node(), error.focus()).start(), error);
      }
      refused.throwIfAny();
      PodSpec created = pod.outsideATemplate();
      containers(created)
          .map(one -> SimulationPlan.standard(name(workload, created, one), created, one))
          .forEach(plans -> plans.forEach(this::add));
    }
  }

  private static Stream<ContainerSpec> containers(PodSpec pod) {
    return Stream.concat(
        pod.containers().stream(),
        pod.initContainers().stream().filter(ContainerSpec::restartsAlways));
  }

  private static String name(WorkloadNode workload, PodSpec pod, ContainerSpec container) {
    String name = workload.name().orElse("unnamed");
    return containers(pod).count() > 1 ? name + "-" + container.name().orElse("") : name;
  }
}
