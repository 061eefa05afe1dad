package dev.sonde.manifests.merge.internal.assign;

import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A container in a file that probes go into.
 *
 * @param file the file's name
 * @param source the file's text
 * @param document the document that holds it
 * @param documentNumber the document in the file, from 1
 * @param workload the workload around it
 * @param container the container
 */
public record MergeTarget(
    String file,
    SourceText source,
    YamlDocument document,
    int documentNumber,
    WorkloadNode workload,
    ContainerNode container) {

  /** The same in its text after the edits; the nodes are still those from before. */
  public MergeTarget in(SourceText edited, YamlDocument after) {
    return new MergeTarget(file, edited, after, 1, workload, container);
  }

  /** The container as the record of merges knows it. */
  public MergeRecord.Key recordKey() {
    return new MergeRecord.Key(
        file,
        workload.kind().kind(),
        workload.namespace().orElse(""),
        workload.name().orElse(""),
        containerName());
  }

  public MappingNode node() {
    return container.node();
  }

  /** The container's name; in the values of a chart the way to it. */
  public String containerName() {
    return (inValues() ? workload.name() : container.name()).orElse("");
  }

  /** Tells whether it is in the values of a chart and not in a workload. */
  public boolean inValues() {
    return container.list().isEmpty();
  }

  public ManifestPlace place(int offset) {
    return ManifestPlace.at(file, documentNumber, source, offset);
  }

  public ManifestPlace place(YamlTreeNode node) {
    return place(node.start());
  }

  /** A field of the pod spec as Kubernetes names it in the whole object. */
  public FieldPath pathInPod(String field) {
    return pathOfPod().field(field);
  }

  private FieldPath pathOfPod() {
    FieldPath path = FieldPath.ROOT;
    for (String step : workload.kind().podSpecPath()) {
      path = path.field(step);
    }
    return path;
  }

  /** A field of the container as Kubernetes names it in the whole object. */
  public FieldPath path(String field) {
    FieldPath path =
        inValues() ? pathOfPod() : pathInPod(container.kind().listField()).index(container.index());
    for (String step : field.split("[.\\[]", -1)) {
      path = step.endsWith("]") ? path : path.field(step);
    }
    return path;
  }

  /** Where a reader looks for the container: its name, else its first character. */
  public ManifestPlace place() {
    Optional<MappingEntry> name = inValues() ? Optional.empty() : node().entry("name");
    return name.map(entry -> place(entry.key())).orElseGet(() -> place(node()));
  }

  /** The layout of the container itself, else of what is around it. */
  public BlockLayout layout() {
    List<MappingNode> nearestFirst = new ArrayList<>();
    nearestFirst.add(node());
    node().entries().stream()
        .map(entry -> entry.value().resolved())
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .filter(mapping -> !mapping.flow())
        .forEach(nearestFirst::add);
    nearestFirst.addAll(container.around());
    return BlockLayout.of(source, MergeTarget::isProbe, nearestFirst);
  }

  public static boolean isProbe(MappingEntry entry) {
    return Arrays.stream(ProbeKind.values()).anyMatch(kind -> entry.isNamed(kind.fieldName()));
  }

  public RefusedException refuse(Rule rule, ManifestPlace place, String message, String remedy) {
    return new RefusedException(place.finding(rule.finding(FieldPath.ROOT, message, remedy)));
  }
}
