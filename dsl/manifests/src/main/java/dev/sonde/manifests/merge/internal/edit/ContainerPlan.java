package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.merge.outcome.FieldDrift;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.splice.TextEdits;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be done in one container, gathered while it is planned. */
public final class ContainerPlan {

  private final MergeTarget target;
  private final TextEdits edits = new TextEdits();
  private final List<FieldDrift> changes = new ArrayList<>();
  private final List<YamlTreeNode> edited = new ArrayList<>();
  private final Map<String, YamlNode> written = new LinkedHashMap<>();
  private final Map<String, YamlNode> writtenOver = new LinkedHashMap<>();
  private final List<String> kept = new ArrayList<>();
  private final Set<String> back = new HashSet<>();

  ContainerPlan(MergeTarget target) {
    this.target = target;
  }

  public MergeTarget target() {
    return target;
  }

  public TextEdits edits() {
    return edits;
  }

  public List<FieldDrift> changes() {
    return changes;
  }

  /** The nodes into which something is written. */
  List<YamlTreeNode> edited() {
    return edited;
  }

  /** The fields that this plan writes, by path. */
  Map<String, YamlNode> written() {
    return written;
  }

  /** Tells whether a field that earlier merges wrote stays theirs, although nobody declares it. */
  boolean isKept(String path) {
    return kept.stream().anyMatch(field -> path.equals(field) || path.startsWith(field + "."));
  }

  void keeps(String field) {
    kept.add(field);
  }

  /** The fields, by path, and the values that this plan replaces or takes away for good. */
  Map<String, YamlNode> writtenOver() {
    return writtenOver;
  }

  /** Tells whether a field has the value again that it had before any merge. */
  boolean isBack(String path) {
    return back.contains(path);
  }

  void givesBack(Collection<String> paths) {
    back.addAll(paths);
  }

  void writesOver(String path, YamlNode value) {
    writtenOver.put(path, value);
  }

  public void edits(YamlTreeNode node) {
    edited.add(node);
  }

  void writes(String path, YamlNode value) {
    written.putAll(ProbePaths.leaves(path, value));
  }

  /** As {@link #change}, of a field of the pod spec. */
  void changeOfPod(ChangeKind kind, ManifestPlace place, String field, String have, String want) {
    changes.add(
        new FieldDrift(
            kind,
            true,
            target.pathInPod(field),
            place,
            target.workload().text(),
            "",
            field,
            have,
            want,
            Optional.empty()));
  }

  void change(
      ChangeKind kind,
      boolean isEdited,
      ManifestPlace place,
      String field,
      String have,
      String want) {
    changes.add(
        new FieldDrift(
            kind,
            isEdited,
            target.path(field),
            place,
            target.workload().text(),
            target.containerName(),
            field,
            have,
            want,
            Optional.empty()));
  }
}
