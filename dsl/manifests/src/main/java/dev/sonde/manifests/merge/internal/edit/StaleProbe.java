package dev.sonde.manifests.merge.internal.edit;

import static dev.sonde.manifests.merge.outcome.ChangeKind.EXTRA;
import static dev.sonde.manifests.merge.outcome.ChangeKind.STALE;

import dev.sonde.manifests.report.Place;
import dev.sonde.manifests.splice.Layout;
import dev.sonde.manifests.splice.Values;
import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes away a probe or hook that the code does not declare any more, as far as earlier merges
 * wrote it.
 *
 * <p>Goes: what stands there as it was written. Stays: what somebody changed or added since. If one
 * without a handler would remain, which Kubernetes refuses, all of it stays and is reported until
 * somebody takes it out: nobody may answer it any more.
 */
final class StaleProbe {

  private final ContainerPlan plan;
  private final Layout layout;
  private final Map<String, YamlNode> owned;

  StaleProbe(ContainerPlan plan, Layout layout, Map<String, YamlNode> owned) {
    this.plan = plan;
    this.layout = layout;
    this.owned = owned;
  }

  void remove(Block block, MappingNode probe) {
    String field = block.path();
    Map<String, YamlNode> present = Paths.leaves(field, Values.map(probe));
    boolean allOurs =
        present.entrySet().stream().allMatch(leaf -> isOurs(leaf.getKey(), leaf.getValue()));
    Place place = block.place();
    if (allOurs) {
      plan.change(STALE, true, place, field, Words.of(probe), "");
      block.remove();
      return;
    }
    List<FieldDiff> surplus = ownFields(field, probe);
    if (!keepsHandler(probe, surplus)) {
      plan.keeps(field);
      plan.change(STALE, false, place, field, Words.of(probe), "");
      return;
    }
    if (!surplus.isEmpty()) {
      surplus.forEach(diff -> report(field, (FieldDiff.Surplus) diff));
      new ProbeEdits(plan, layout).make(surplus);
    }
    plan.change(EXTRA, false, place, field, Words.of(probe), "");
  }

  private void report(String field, FieldDiff.Surplus diff) {
    plan.change(
        STALE,
        true,
        plan.target().place(diff.entry().key()),
        Paths.text(field, diff.path()),
        Words.of(diff.entry().value()),
        "");
  }

  private List<FieldDiff> ownFields(String field, MappingNode probe) {
    List<FieldDiff> own = new ArrayList<>();
    for (Entry entry : probe.entries()) {
      if (entry.key() instanceof ScalarNode key) {
        Map<String, YamlNode> leaves =
            Paths.leaves(field + "." + key.text(), Values.of(entry.value()));
        if (leaves.entrySet().stream().allMatch(leaf -> isOurs(leaf.getKey(), leaf.getValue()))) {
          own.add(new FieldDiff.Surplus(probe, List.of(key.text()), entry, STALE));
        }
      }
    }
    return own;
  }

  private static boolean keepsHandler(MappingNode probe, List<FieldDiff> surplus) {
    YamlMap.Builder rest = YamlMap.builder();
    Values.map(probe)
        .entries()
        .forEach(
            (name, value) -> {
              if (surplus.stream().noneMatch(diff -> diff.path().equals(List.of(name)))) {
                rest.put(name, value);
              }
            });
    return rest.build().entries().keySet().stream().anyMatch(ProbeDiff.HANDLERS::contains);
  }

  private boolean isOurs(String path, YamlNode value) {
    return value.equals(owned.get(path));
  }
}
