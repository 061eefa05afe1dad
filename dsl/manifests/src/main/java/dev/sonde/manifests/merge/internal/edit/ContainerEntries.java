package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.PortNodes;
import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.splice.MappingEditor;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Edits the entries of a container itself: sets, adds and takes away whole probes and ports. */
final class ContainerEntries {

  private final ContainerPlan plan;
  private final MappingNode container;
  private final MappingEditor editor;
  private final YamlMap.Builder addedProbes = YamlMap.builder();
  private final YamlMap.Builder addedPorts = YamlMap.builder();
  private final List<MappingEntry> removed = new ArrayList<>();

  ContainerEntries(ContainerPlan plan, BlockLayout layout) {
    this.plan = plan;
    this.container = plan.target().node();
    this.editor = MappingEditor.of(plan.target().source(), container, layout, plan.edits());
  }

  /** Gives a field a value, wherever it comes from so far. */
  void set(String field, YamlNode value) {
    plan.edits(container);
    Optional<MappingEntry> entry = container.entry(field);
    if (entry.isPresent()) {
      editor.setValue(entry.get(), value);
    } else {
      (field.equals(PortNodes.FIELD) ? addedPorts : addedProbes).put(field, value);
    }
  }

  void remove(MappingEntry entry) {
    plan.edits(container);
    removed.add(entry);
    editor.remove(entry);
  }

  /** New entries come last of all, so that they are behind what was edited above them. */
  void finish() {
    YamlMap ports = addedPorts.build();
    YamlMap probes = addedProbes.build();
    MappingEntry end = last(MergeTarget::isProbe).or(() -> last(e -> true)).orElseThrow();
    MappingEntry aboveProbes = aboveFirstProbe().orElse(end);
    if (aboveProbes.equals(end)) {
      YamlMap.Builder both = YamlMap.builder();
      ports.entries().forEach(both::put);
      probes.entries().forEach(both::put);
      insertAfter(end, both.build());
    } else {
      insertAfter(aboveProbes, ports);
      insertAfter(end, probes);
    }
    editor.finish();
  }

  private void insertAfter(MappingEntry entry, YamlMap fields) {
    if (!fields.isEmpty()) {
      editor.insertAfter(entry, fields);
    }
  }

  /** Ports are above the probes that ask them. */
  private Optional<MappingEntry> aboveFirstProbe() {
    List<MappingEntry> stay =
        container.entries().stream().filter(entry -> !removed.contains(entry)).toList();
    for (int i = 1; i < stay.size(); i++) {
      if (MergeTarget.isProbe(stay.get(i))) {
        return Optional.of(stay.get(i - 1)).filter(entry -> !MergeTarget.isProbe(entry));
      }
    }
    return Optional.empty();
  }

  private Optional<MappingEntry> last(Predicate<MappingEntry> accepted) {
    return container.entries().stream()
        .filter(entry -> !removed.contains(entry))
        .filter(accepted)
        .reduce((first, second) -> second);
  }
}
