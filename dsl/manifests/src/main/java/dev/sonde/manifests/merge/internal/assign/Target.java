package dev.sonde.manifests.merge.internal.assign;

import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.report.Place;
import dev.sonde.manifests.splice.Layout;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SourceText;
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
public record Target(
    String file,
    SourceText source,
    Document document,
    int documentNumber,
    WorkloadNode workload,
    ContainerNode container) {

  /** The same in its text after the edits; the nodes are still those from before. */
  public Target in(SourceText edited, Document after) {
    return new Target(file, edited, after, 1, workload, container);
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

  /** Tells whether it stands in the values of a chart and not in a workload. */
  public boolean inValues() {
    return container.list().isEmpty();
  }

  public Place place(int offset) {
    return Place.at(file, documentNumber, source, offset);
  }

  public Place place(Node node) {
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
  public Place place() {
    Optional<Entry> name = inValues() ? Optional.empty() : node().entry("name");
    return name.map(entry -> place(entry.key())).orElseGet(() -> place(node()));
  }

  /** The layout of the container itself, else of what is around it. */
  public Layout layout() {
    List<MappingNode> nearestFirst = new ArrayList<>();
    nearestFirst.add(node());
    node().entries().stream()
        .map(entry -> entry.value().resolved())
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .filter(mapping -> !mapping.flow())
        .forEach(nearestFirst::add);
    nearestFirst.addAll(container.around());
    return Layout.of(source, Target::isProbe, nearestFirst);
  }

  public static boolean isProbe(Entry entry) {
    return Arrays.stream(ProbeKind.values()).anyMatch(kind -> entry.isNamed(kind.fieldName()));
  }

  public RefusedException refuse(Rule rule, Place place, String message, String remedy) {
    return new RefusedException(place.finding(rule.finding(FieldPath.ROOT, message, remedy)));
  }
}
