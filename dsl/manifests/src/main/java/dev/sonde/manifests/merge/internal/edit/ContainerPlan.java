package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.target.Target;
import dev.sonde.manifests.merge.outcome.Change;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.report.Place;
import dev.sonde.manifests.splice.TextEdits;
import dev.sonde.manifests.tree.Node;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be done in one container, gathered while it is planned. */
public final class ContainerPlan {

  private final Target target;
  private final TextEdits edits = new TextEdits();
  private final List<Change> changes = new ArrayList<>();
  private final List<Node> edited = new ArrayList<>();
  private final Map<String, YamlNode> written = new LinkedHashMap<>();
  private final List<String> kept = new ArrayList<>();

  ContainerPlan(Target target) {
    this.target = target;
  }

  public Target target() {
    return target;
  }

  public TextEdits edits() {
    return edits;
  }

  public List<Change> changes() {
    return changes;
  }

  /** The nodes into which something is written. */
  List<Node> edited() {
    return edited;
  }

  /** The fields that this plan writes, by path. */
  Map<String, YamlNode> written() {
    return written;
  }

  /** Tells whether a field that earlier merges wrote stays theirs, although nobody declares it. */
  boolean isKept(String path) {
    return kept.stream().anyMatch(probe -> path.startsWith(probe + "."));
  }

  void keeps(String probe) {
    kept.add(probe);
  }

  public void edits(Node node) {
    edited.add(node);
  }

  void writes(String path, YamlNode value) {
    written.putAll(Paths.leaves(path, value));
  }

  /** As {@link #change}, of a field of the pod spec. */
  void changeOfPod(ChangeKind kind, Place place, String field, String have, String want) {
    changes.add(
        new Change(
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
      ChangeKind kind, boolean isEdited, Place place, String field, String have, String want) {
    changes.add(
        new Change(
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
