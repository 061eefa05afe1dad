package dev.sonde.manifests.merge.internal.edit;

import static dev.sonde.manifests.merge.outcome.ChangeKind.EXTRA;
import static dev.sonde.manifests.merge.outcome.ChangeKind.STALE;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A probe or hook that the code does not declare any more, and that earlier merges wrote to.
 *
 * <p>What is there as it was written goes, and what it was written over comes back. What somebody
 * changed or added since stays. Where that would leave a handler of which a part is missing, or a
 * probe without one, all of it stays, and is reported until somebody takes it out: nobody may
 * answer it any more.
 */
final class StaleProbe {

  /** Without it Kubernetes refuses the handler. */
  private static final Map<String, String> REQUIRED =
      Map.of(
          "exec",
          "command",
          "httpGet",
          "port",
          "tcpSocket",
          "port",
          "grpc",
          "port",
          "sleep",
          "seconds");

  private final BlockHistory history;
  private final MappingNode probe;
  private final boolean isWhole;
  private final YamlMap returning;
  private final List<FieldDiff> diffs;
  private final Map<String, YamlNode> left;

  /**
   * @param isWhole whether it has to have a handler: in a patch or in values it need not
   */
  StaleProbe(BlockHistory history, FieldMeaning meaning, MappingNode probe, boolean isWhole) {
    this.history = history;
    this.probe = probe;
    this.isWhole = isWhole;
    this.returning = history.returning(probe, YamlMap.builder().build());
    this.diffs = diffs(meaning);
    this.left = left();
  }

  private List<FieldDiff> diffs(FieldMeaning meaning) {
    List<FieldDiff> found =
        new ArrayList<>(
            new ProbeDiff(
                    meaning,
                    (path, entry) ->
                        history.isOurs(
                                ProbePaths.text(history.path(), path), NodeValues.of(entry.value()))
                            ? Optional.of(STALE)
                            : Optional.empty())
                .of(probe, returning));
    if (returning.entries().keySet().stream().noneMatch(ProbeDiff.HANDLERS::contains)) {
      probe.entries().forEach(entry -> handlerDiffs(entry, found));
    }
    return found;
  }

  /** A handler goes as a whole, or, if it was there before, what merges added to it. */
  private void handlerDiffs(MappingEntry entry, List<FieldDiff> found) {
    if (!(entry.key() instanceof ScalarNode key) || !ProbeDiff.HANDLERS.contains(key.text())) {
      return;
    }
    String path = history.path() + "." + key.text();
    if (NodeValues.isNull(entry.value()) && history.isOurs(path, NodeValues.of(entry.value()))) {
      found.add(new FieldDiff.Surplus(probe, List.of(key.text()), entry, STALE));
    }
    if (!(entry.value() instanceof MappingNode handler)) {
      return;
    }
    if (history.isOurs(path, handler)) {
      found.add(new FieldDiff.Surplus(probe, List.of(key.text()), entry, STALE));
    } else if (history.owned().before().isPresent()) {
      for (MappingEntry field : handler.entries()) {
        if (field.key() instanceof ScalarNode name
            && history.isOurs(path + "." + name.text(), NodeValues.of(field.value()))) {
          List<String> way = List.of(key.text(), name.text());
          found.add(new FieldDiff.Surplus(handler, way, field, STALE));
        }
      }
    }
  }

  /** What is left, by path. */
  private Map<String, YamlNode> left() {
    Map<String, YamlNode> rest =
        new LinkedHashMap<>(ProbePaths.leaves(history.path(), NodeValues.map(probe)));
    for (FieldDiff diff : diffs) {
      if (diff instanceof FieldDiff.Surplus) {
        removeBelow(rest, ProbePaths.text(history.path(), diff.path()));
      } else if (diff instanceof FieldDiff.OtherHandler other) {
        removeBelow(rest, history.path() + "." + MergeWords.of(other.entry().key()));
      }
    }
    if (!returning.isEmpty()) {
      rest.putAll(ProbePaths.leaves(history.path(), returning));
    }
    return rest;
  }

  private static void removeBelow(Map<String, YamlNode> leaves, String path) {
    leaves.keySet().removeIf(leaf -> leaf.equals(path) || leaf.startsWith(path + "."));
  }

  /** {@return what the container has once it is taken back, by path} */
  Map<String, YamlNode> remains() {
    return isSound() ? left : ProbePaths.leaves(history.path(), NodeValues.map(probe));
  }

  private boolean isSound() {
    boolean oursInAHandler =
        left.entrySet().stream()
            .anyMatch(leaf -> history.isOurs(leaf.getKey(), leaf.getValue()) && !isBack(leaf));
    return left.isEmpty() || (!oursInAHandler && (!isWhole || hasHandler()));
  }

  private boolean isBack(Map.Entry<String, YamlNode> leaf) {
    return leaf.getValue().equals(history.owned().knownBefore().get(leaf.getKey()));
  }

  /** Whether a handler is left, and nothing that it needs is among what goes. */
  private boolean hasHandler() {
    return REQUIRED.entrySet().stream()
        .anyMatch(handler -> isWhole(history.path() + "." + handler.getKey(), handler.getValue()));
  }

  private boolean isWhole(String handler, String required) {
    boolean there =
        left.keySet().stream()
            .anyMatch(leaf -> leaf.equals(handler) || leaf.startsWith(handler + "."));
    String field = handler + "." + required;
    return there && (left.containsKey(field) || !history.owned().fields().containsKey(field));
  }

  /** Does it, as far as it can be done. */
  void takeBack(BlockPlace block, ContainerPlan plan, ProbeEdits edits) {
    ManifestPlace place = block.place();
    if (!isSound()) {
      plan.keeps(block.path());
      plan.change(STALE, false, place, block.path(), MergeWords.of(probe), "");
    } else if (left.isEmpty()) {
      plan.change(STALE, true, place, block.path(), MergeWords.of(probe), "");
      block.remove();
    } else {
      DiffReport report = DiffReport.of(plan, block, history, returning);
      diffs.forEach(report::tell);
      if (!diffs.isEmpty()) {
        edits.make(diffs);
      }
      plan.change(EXTRA, false, place, block.path(), MergeWords.of(probe), "");
    }
  }
}
