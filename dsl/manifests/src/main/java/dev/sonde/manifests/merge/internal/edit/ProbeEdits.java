package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.splice.ListEditor;
import dev.sonde.manifests.splice.MappingEditor;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the differences of one probe into edits of the mappings in which they lie. */
final class ProbeEdits {

  private final ContainerPlan plan;
  private final BlockLayout layout;

  ProbeEdits(ContainerPlan plan, BlockLayout layout) {
    this.plan = plan;
    this.layout = layout;
  }

  void make(List<FieldDiff> diffs) {
    Map<MappingNode, List<FieldDiff>> byMapping = new HashMap<>();
    Set<MappingNode> order = new LinkedHashSet<>();
    for (FieldDiff diff : diffs) {
      byMapping.computeIfAbsent(diff.within(), key -> new ArrayList<>()).add(diff);
      order.add(diff.within());
    }
    // A handler before its probe: what is inserted at one place must come innermost first.
    order.stream()
        .sorted((a, b) -> Integer.compare(b.start(), a.start()))
        .forEach(mapping -> edit(mapping, byMapping.getOrDefault(mapping, List.of())));
  }

  private void edit(MappingNode mapping, List<FieldDiff> diffs) {
    plan.edits(mapping);
    MappingEditor editor = MappingEditor.of(plan.target().source(), mapping, layout, plan.edits());
    List<FieldDiff.Missing> missing = select(diffs, FieldDiff.Missing.class);
    List<FieldDiff.Surplus> surplus = select(diffs, FieldDiff.Surplus.class);
    for (FieldDiff.Different different : select(diffs, FieldDiff.Different.class)) {
      if (!changedItems(different)) {
        editor.setValue(different.entry(), different.want());
      }
    }
    for (FieldDiff.OtherHandler other : select(diffs, FieldDiff.OtherHandler.class)) {
      editor.replace(other.entry(), other.handler(), other.want());
    }
    Optional<MappingEntry> last = lastKept(mapping, surplus);
    if (last.isEmpty() && !missing.isEmpty()) {
      editor.replace(surplus.get(0).entry(), name(missing.get(0)), missing.get(0).want());
      last = Optional.of(surplus.get(0).entry());
      surplus = surplus.subList(1, surplus.size());
      missing = missing.subList(1, missing.size());
    }
    surplus.forEach(diff -> editor.remove(diff.entry()));
    if (!missing.isEmpty()) {
      editor.insertAfter(last.orElseThrow(), fields(missing));
    }
    editor.finish();
  }

  /** Changes only the items that differ, where a list of texts keeps its length. */
  private boolean changedItems(FieldDiff.Different different) {
    if (!(different.entry().value() instanceof SequenceNode list)
        || !(different.want() instanceof YamlList want)
        || list.items().isEmpty()
        || list.items().size() != want.items().size()
        || !list.items().stream().allMatch(ScalarNode.class::isInstance)
        || !want.items().stream().allMatch(YamlText.class::isInstance)) {
      return false;
    }
    plan.edits(list);
    ListEditor editor = ListEditor.of(plan.target().source(), list, layout, plan.edits());
    for (int i = 0; i < list.items().size(); i++) {
      if (!NodeValues.of(list.items().get(i)).equals(want.items().get(i))) {
        editor.setScalar(list.items().get(i), want.items().get(i));
      }
    }
    editor.finish();
    return true;
  }

  private static <T extends FieldDiff> List<T> select(List<FieldDiff> diffs, Class<T> type) {
    return diffs.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Optional<MappingEntry> lastKept(
      MappingNode mapping, List<FieldDiff.Surplus> surplus) {
    return mapping.entries().stream()
        .filter(entry -> surplus.stream().noneMatch(diff -> diff.entry().equals(entry)))
        .reduce((first, second) -> second);
  }

  private static YamlMap fields(List<FieldDiff.Missing> missing) {
    YamlMap.Builder fields = YamlMap.builder();
    missing.forEach(diff -> fields.put(name(diff), diff.want()));
    return fields.build();
  }

  private static String name(FieldDiff diff) {
    return diff.path().get(diff.path().size() - 1);
  }
}
