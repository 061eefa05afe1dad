package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.splice.MappingEditor;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Edits the entries of a container's {@code lifecycle}, which is there or has to be made. */
final class LifecycleEntries {

  static final String FIELD = "lifecycle";
  static final String PRE_STOP = "preStop";
  static final String STOP_SIGNAL = "stopSignal";

  /** What code declares; the postStart hook is the manifest's. */
  static final Set<String> OURS = Set.of(PRE_STOP, STOP_SIGNAL);

  private final ContainerPlan plan;
  private final BlockLayout layout;
  private final ContainerEntries entries;
  private final YamlMap.Builder replaced = YamlMap.builder();
  private final YamlMap.Builder added = YamlMap.builder();
  private final List<MappingEntry> removed = new ArrayList<>();

  LifecycleEntries(ContainerPlan plan, BlockLayout layout, ContainerEntries entries) {
    this.plan = plan;
    this.layout = layout;
    this.entries = entries;
  }

  ContainerPlan plan() {
    return plan;
  }

  /** The whole {@code lifecycle}, wherever it comes from. */
  Optional<MappingNode> all() {
    return container()
        .get(FIELD)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  /** The {@code lifecycle} that is here and does not come in by a merge key or an alias. */
  Optional<MappingNode> own() {
    return own(container());
  }

  void set(String field, YamlNode value) {
    (own().flatMap(own -> own.entry(field)).isPresent() ? replaced : added).put(field, value);
  }

  void remove(MappingEntry entry) {
    removed.add(entry);
  }

  /** What is added comes last, behind what was edited above it. */
  void finish() {
    YamlMap more = added.build();
    YamlMap other = replaced.build();
    if (more.isEmpty() && other.isEmpty() && removed.isEmpty()) {
      return;
    }
    List<MappingEntry> stay =
        own().map(MappingNode::entries).orElse(List.of()).stream()
            .filter(entry -> !removed.contains(entry))
            .toList();
    if (!stay.isEmpty()) {
      edit(own().orElseThrow(), stay.get(stay.size() - 1), other, more);
    } else if (more.isEmpty()) {
      // Without its last entry the container needs no lifecycle either.
      entries.remove(container().entry(FIELD).orElseThrow());
    } else {
      entries.set(FIELD, removed.isEmpty() ? withOthers(more) : more);
    }
  }

  private void edit(MappingNode own, MappingEntry last, YamlMap other, YamlMap more) {
    plan.edits(own);
    MappingEditor editor = MappingEditor.of(plan.target().source(), own, layout, plan.edits());
    removed.forEach(editor::remove);
    other.entries().forEach((name, value) -> editor.setValue(own.entry(name).orElseThrow(), value));
    if (!more.isEmpty()) {
      editor.insertAfter(last, more);
    }
    editor.finish();
  }

  /** What comes in by an alias or a merge key is written out, to be beside what is added. */
  private YamlMap withOthers(YamlMap more) {
    YamlMap.Builder whole = YamlMap.builder();
    all().ifPresent(lifecycle -> whole.putAll(NodeValues.map(lifecycle)));
    return whole.putAll(more).build();
  }

  private MappingNode container() {
    return plan.target().node();
  }

  /** {@return the mapping that holds what is not the code's, and so must stay as it is} */
  static Optional<MappingNode> besideOthers(MappingNode container) {
    return own(container)
        .filter(own -> own.entries().stream().anyMatch(e -> OURS.stream().noneMatch(e::isNamed)));
  }

  private static Optional<MappingNode> own(MappingNode container) {
    return container
        .entry(FIELD)
        .map(MappingEntry::value)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }
}
