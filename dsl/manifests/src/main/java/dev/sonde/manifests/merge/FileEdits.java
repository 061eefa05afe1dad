package dev.sonde.manifests.merge;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.internal.assign.RefusedException;
import dev.sonde.manifests.merge.internal.edit.ContainerMerge;
import dev.sonde.manifests.merge.internal.edit.EditVerifier;
import dev.sonde.manifests.merge.internal.edit.PodPlan;
import dev.sonde.manifests.merge.internal.edit.SharedNodes;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.splice.TextEdits;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The edits of one file, proved document by document before anybody writes them. */
final class FileEdits {

  private final ManifestFile file;
  private final List<ContainerMerge> containers;
  private final Map<MappingNode, PodPlan> pods;

  /**
   * @param file the file
   * @param containers those of its containers that are merged, at least one
   * @param pods by container, the plan of its pod where there is one
   */
  FileEdits(ManifestFile file, List<ContainerMerge> containers, Map<MappingNode, PodPlan> pods) {
    this.file = file;
    this.containers = containers;
    this.pods = pods;
  }

  /**
   * {@return what is to be written, if it is sound and changes anything}
   *
   * @param refusals takes what stands against it, one of each document
   */
  Optional<FilePlan> plan(Consumer<PlacedFinding> refusals) {
    TextEdits edits = new TextEdits();
    containers.forEach(container -> container.plan().edits().inOrder().forEach(edits::add));
    // After those of the containers: a pod's new field goes behind its last container.
    edited(containers).forEach(pod -> pod.plan().edits().inOrder().forEach(edits::add));
    SourceText source = containers.get(0).plan().target().source();
    EditVerifier verifier = new EditVerifier(source, edits);
    boolean sound = true;
    for (Map.Entry<YamlDocument, List<ContainerMerge>> entry : editedByDocument().entrySet()) {
      sound &= isSound(verifier, entry.getKey(), entry.getValue(), refusals);
    }
    return sound && !edits.inOrder().isEmpty()
        ? Optional.of(new FilePlan(file, source, edits.inOrder(), edits.applyTo(source.text())))
        : Optional.empty();
  }

  private Map<YamlDocument, List<ContainerMerge>> editedByDocument() {
    return containers.stream()
        .filter(
            container ->
                !container.plan().edits().isEmpty() || !edited(List.of(container)).isEmpty())
        .collect(
            Collectors.groupingBy(
                container -> container.plan().target().document(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private List<PodPlan> edited(List<ContainerMerge> containers) {
    Map<MappingNode, PodPlan> edited = new LinkedHashMap<>();
    for (ContainerMerge container : containers) {
      Optional.ofNullable(pods.get(container.plan().target().node()))
          .filter(pod -> !pod.plan().edits().isEmpty())
          .ifPresent(pod -> edited.put(pod.spec(), pod));
    }
    return List.copyOf(edited.values());
  }

  private boolean isSound(
      EditVerifier verifier,
      YamlDocument document,
      List<ContainerMerge> containers,
      Consumer<PlacedFinding> refusals) {
    try {
      SharedNodes shared = new SharedNodes(document);
      containers.forEach(container -> shared.check(container.plan(), container.aliases()));
      List<PodPlan> edited = edited(containers);
      edited.forEach(pod -> shared.check(pod.plan(), List.of()));
      verifier.verify(document, containers, edited);
      return true;
    } catch (RefusedException e) {
      refusals.accept(e.refusal());
      return false;
    }
  }
}
