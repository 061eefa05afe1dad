package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.RefusedException;
import dev.sonde.manifests.merge.outcome.FieldDrift;
import dev.sonde.manifests.splice.CommentSearch;
import dev.sonde.manifests.splice.TextEdits;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.rules.MergeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves edits before they are written: parses the edited text, and asks that nothing but the
 * fields in question differs, that no comment is lost, and that planning again finds nothing to do.
 */
public final class EditVerifier {

  private final SourceText source;
  private final TextEdits edits;

  /**
   * @param edits all edits of the file
   */
  public EditVerifier(SourceText source, TextEdits edits) {
    this.source = source;
    this.edits = edits;
  }

  /**
   * Proves the edits of some containers of one document.
   *
   * @param pods the pods among theirs that are edited themselves
   * @throws RefusedException if the proof fails
   */
  public void verify(YamlDocument document, List<ContainerMerge> containers, List<PodPlan> pods) {
    if (!pods.isEmpty()) {
      // Pod specs reach beyond any container's lines.
      verifyDocument(document, containers, pods);
      return;
    }
    List<ContainerMerge> rest = new ArrayList<>();
    for (ContainerMerge assigned : containers) {
      Optional<ListItemText> slice = ListItemText.of(source, assigned.plan().target().container());
      if (slice.isPresent()) {
        verifySlice(slice.get(), assigned);
      } else {
        rest.add(assigned);
      }
    }
    if (!rest.isEmpty()) {
      verifyDocument(document, containers, pods);
    }
  }

  private void verifySlice(ListItemText slice, ContainerMerge assigned) {
    MappingNode before = assigned.plan().target().node();
    SourceText now = edited(slice.start(), slice.end());
    YamlDocument document = only(now, assigned);
    boolean oneItem =
        document.root() instanceof SequenceNode list
            && list.items().size() == 1
            && column(now, list) == slice.dashColumn(source);
    TreeComparison verification = new TreeComparison(fields(List.of(assigned)));
    boolean same =
        oneItem && verification.same(before, ((SequenceNode) document.root()).items().get(0));
    List<String> comments = CommentSearch.in(source, slice.start(), slice.end(), List.of(before));
    if (!same || !keepsComments(comments, now, document)) {
      throw unproven(assigned);
    }
    planAgain(assigned, now, document, verification);
  }

  private void verifyDocument(
      YamlDocument document, List<ContainerMerge> containers, List<PodPlan> pods) {
    ContainerMerge first = containers.get(0);
    SourceText now = edited(document.start(), document.end());
    YamlDocument after = only(now, first);
    Map<MappingNode, Set<String>> fields = fields(containers);
    pods.forEach(pod -> fields.put(pod.spec(), Set.of(PodPlan.FIELD)));
    TreeComparison verification = new TreeComparison(fields);
    List<String> comments =
        CommentSearch.in(source, document.start(), document.end(), List.of(document.root()));
    if (!verification.same(document.root(), after.root()) || !keepsComments(comments, now, after)) {
      throw unproven(first);
    }
    containers.forEach(assigned -> planAgain(assigned, now, after, verification));
    for (PodPlan pod : pods) {
      MappingNode spec = verification.after().get(pod.spec());
      MergeTarget target = pod.plan().target().in(now, after);
      if (spec == null || !pod.planAgain(spec, target).edits().isEmpty()) {
        throw unproven(first);
      }
    }
  }

  private static boolean keepsComments(List<String> before, SourceText now, YamlDocument document) {
    List<YamlTreeNode> nodes = List.of(document.root());
    return TreeComparison.keepsComments(
        before, CommentSearch.in(now, 0, now.text().length(), nodes));
  }

  private SourceText edited(int start, int end) {
    return SourceText.of(edits.applyTo(source.text(), start, end));
  }

  private static YamlDocument only(SourceText now, ContainerMerge assigned) {
    YamlStream stream = YamlStream.parse(now);
    if (!stream.problems().isEmpty() || stream.documents().size() != 1) {
      throw unproven(assigned);
    }
    return stream.documents().get(0);
  }

  private static int column(SourceText text, SequenceNode list) {
    return text.position(list.start()).column();
  }

  private static Map<MappingNode, Set<String>> fields(List<ContainerMerge> containers) {
    Map<MappingNode, Set<String>> fields = new HashMap<>();
    for (ContainerMerge assigned : containers) {
      Set<String> names =
          fields.computeIfAbsent(assigned.plan().target().node(), node -> new HashSet<>());
      assigned.plan().changes().stream()
          .filter(FieldDrift::edited)
          .forEach(change -> mayDiffer(assigned, change, names, fields));
    }
    return fields;
  }

  /** Where other fields of a lifecycle are not the code's, only the code's may differ. */
  private static void mayDiffer(
      ContainerMerge assigned,
      FieldDrift change,
      Set<String> ofContainer,
      Map<MappingNode, Set<String>> fields) {
    String field = change.field().split("[.\\[]", 2)[0];
    Optional<MappingNode> hooks =
        field.equals(LifecycleEntries.FIELD)
            ? LifecycleEntries.besideOthers(assigned.plan().target().node())
            : Optional.empty();
    if (hooks.isPresent()) {
      fields.put(hooks.get(), LifecycleEntries.OURS);
    } else {
      ofContainer.add(field);
    }
  }

  private static void planAgain(
      ContainerMerge assigned, SourceText now, YamlDocument document, TreeComparison verification) {
    MergeTarget target = assigned.plan().target();
    MappingNode node = verification.after().get(target.node());
    if (node == null) {
      throw unproven(assigned);
    }
    ContainerNode container =
        new ContainerNode(
            target.container().kind(),
            node,
            target.container().list(),
            target.container().index(),
            List.of(),
            List.of());
    MergeTarget edited =
        new MergeTarget(target.file(), now, document, 1, target.workload(), container);
    ContainerPlan again = assigned.planAgain(edited);
    if (!again.edits().isEmpty()) {
      throw unproven(assigned);
    }
  }

  private static RefusedException unproven(ContainerMerge assigned) {
    MergeTarget target = assigned.plan().target();
    return target.refuse(
        MergeRules.UNPROVEN,
        target.place(),
        "the probes of container \""
            + target.containerName()
            + "\" cannot be edited safely in the way they are written.",
        "Write its probes in plain block style, one field a line, and merge again.");
  }
}
