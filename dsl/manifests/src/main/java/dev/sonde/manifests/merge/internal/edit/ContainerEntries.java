package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.Ports;
import dev.sonde.manifests.merge.internal.assign.Target;
import dev.sonde.manifests.splice.Layout;
import dev.sonde.manifests.splice.MappingEditor;
import dev.sonde.manifests.tree.Entry;
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
  private final List<Entry> removed = new ArrayList<>();

  ContainerEntries(ContainerPlan plan, Layout layout) {
    this.plan = plan;
    this.container = plan.target().node();
    this.editor = MappingEditor.of(plan.target().source(), container, layout, plan.edits());
  }

  /** Gives a field a value, wherever it comes from so far. */
  void set(String field, YamlNode value) {
    plan.edits(container);
    Optional<Entry> entry = container.entry(field);
    if (entry.isPresent()) {
      editor.setValue(entry.get(), value);
    } else {
      (field.equals(Ports.FIELD) ? addedPorts : addedProbes).put(field, value);
    }
  }

  void remove(Entry entry) {
    plan.edits(container);
    removed.add(entry);
    editor.remove(entry);
  }

  /** New entries come last of all, so that they stand behind what was edited above them. */
  void finish() {
    YamlMap ports = addedPorts.build();
    YamlMap probes = addedProbes.build();
    Entry end = last(Target::isProbe).or(() -> last(e -> true)).orElseThrow();
    Entry aboveProbes = aboveFirstProbe().orElse(end);
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

  private void insertAfter(Entry entry, YamlMap fields) {
    if (!fields.isEmpty()) {
      editor.insertAfter(entry, fields);
    }
  }

  /** Ports stand above the probes that ask them. */
  private Optional<Entry> aboveFirstProbe() {
    List<Entry> stay =
        container.entries().stream().filter(entry -> !removed.contains(entry)).toList();
    for (int i = 1; i < stay.size(); i++) {
      if (Target.isProbe(stay.get(i))) {
        return Optional.of(stay.get(i - 1)).filter(entry -> !Target.isProbe(entry));
      }
    }
    return Optional.empty();
  }

  private Optional<Entry> last(Predicate<Entry> accepted) {
    return container.entries().stream()
        .filter(entry -> !removed.contains(entry))
        .filter(accepted)
        .reduce((first, second) -> second);
  }
}
