package dev.sonde.manifests.merge.internal.edit;

import static dev.sonde.manifests.merge.outcome.ChangeKind.DIFFERENT;
import static dev.sonde.manifests.merge.outcome.ChangeKind.MISSING;
import static dev.sonde.manifests.merge.outcome.ChangeKind.STALE;

import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the differences of one probe or hook as changes, and keeps what is written, and over what.
 *
 * @param plan where they are kept
 * @param block the probe or hook
 * @param history what earlier merges did to it
 * @param returning the paths of the fields that go back to what they were
 */
record DiffReport(
    ContainerPlan plan, BlockPlace block, BlockHistory history, Set<String> returning) {

  static DiffReport of(
      ContainerPlan plan, BlockPlace block, BlockHistory history, YamlMap returning) {
    return new DiffReport(
        plan, block, history, ProbePaths.leaves(block.path(), returning).keySet());
  }

  void tell(FieldDiff diff) {
    String path = ProbePaths.text(block.path(), diff.path());
    if (diff instanceof FieldDiff.Missing missing) {
      change(MISSING, keyAbove(missing), path, "", missing.want());
    } else if (diff instanceof FieldDiff.Different different) {
      MappingEntry entry = different.entry();
      change(DIFFERENT, entry.key(), path, MergeWords.of(entry.value()), different.want());
      writesOver(path, different.want(), path, entry.value());
    } else if (diff instanceof FieldDiff.OtherHandler other) {
      otherHandler(path, other);
    } else if (diff instanceof FieldDiff.Surplus surplus) {
      MappingEntry entry = surplus.entry();
      plan.change(surplus.kind(), true, place(entry.key()), path, MergeWords.of(entry.value()), "");
      if (surplus.kind() != STALE) {
        keep(path, entry.value());
      }
    }
  }

  private void otherHandler(String path, FieldDiff.OtherHandler other) {
    MappingEntry entry = other.entry();
    String name = MergeWords.of(entry.key());
    plan.change(
        isReturning(path, other.want()) ? STALE : DIFFERENT,
        true,
        place(entry.key()),
        block.path(),
        name + ": " + MergeWords.of(entry.value()),
        other.handler() + ": " + MergeWords.of(other.want()));
    writes(path, other.want());
    writesOver(path, other.want(), block.path() + "." + name, entry.value());
  }

  private void change(ChangeKind kind, YamlTreeNode at, String path, String have, YamlNode want) {
    ChangeKind told = isReturning(path, want) ? STALE : kind;
    plan.change(told, true, place(at), path, have, MergeWords.of(want));
    writes(path, want);
  }

  private void writes(String path, YamlNode want) {
    ProbePaths.leaves(path, want)
        .forEach(
            (leaf, value) -> {
              if (!returning.contains(leaf)) {
                plan.writes(leaf, value);
              }
            });
  }

  private void writesOver(String path, YamlNode want, String field, YamlTreeNode have) {
    if (!isReturning(path, want)) {
      keep(field, have);
    }
  }

  private void keep(String field, YamlTreeNode have) {
    Set<String> others = Set.copyOf(plan.writtenOver().keySet());
    ProbePaths.leaves(field, NodeValues.of(have))
        .forEach(
            (leaf, value) -> {
              if (history.isFirstChangeOf(leaf, others)) {
                plan.writesOver(leaf, value);
              }
            });
  }

  private boolean isReturning(String path, YamlNode want) {
    return returning.containsAll(ProbePaths.leaves(path, want).keySet());
  }

  private ManifestPlace place(YamlTreeNode node) {
    return plan.target().place(node);
  }

  /** The key of the probe, or of the handler, that lacks a field. */
  private YamlTreeNode keyAbove(FieldDiff.Missing missing) {
    Optional<MappingEntry> probe = block.entry();
    if (missing.path().size() > 1 && probe.isPresent()) {
      return probe
          .map(entry -> entry.value().resolved())
          .filter(MappingNode.class::isInstance)
          .flatMap(node -> ((MappingNode) node).entry(missing.path().get(0)))
          .map(MappingEntry::key)
          .orElse(missing.within());
    }
    return probe.map(MappingEntry::key).orElse(missing.within());
  }
}
