package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ActionType;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a probe or hook of a manifest with the one that the code wants, field by field.
 *
 * @param meaning when two values are the same
 * @param surplus which fields must go although the code says nothing about them, and why
 */
record ProbeDiff(FieldMeaning meaning, SurplusRule surplus) {

  /** Those of probes and those of hooks; each has one of its own that the other has not. */
  static final List<String> HANDLERS = ActionType.names(List.of(ActionType.values()));

  /** Decides about a field that the manifest has and the code does not set. */
  interface SurplusRule {
    /** {@return why the field must go; nothing if it may stay} */
    Optional<ChangeKind> judge(List<String> path, MappingEntry entry);
  }

  /** {@return the differences, in the order in which the code sets the fields} */
  List<FieldDiff> of(MappingNode probe, YamlMap want) {
    List<FieldDiff> diffs = new ArrayList<>();
    want.entries()
        .forEach(
            (field, value) -> {
              if (HANDLERS.contains(field)) {
                handler(probe, field, value, diffs);
              } else {
                field(probe, List.of(field), value, diffs);
              }
            });
    if (want.entries().keySet().stream().anyMatch(HANDLERS::contains)) {
      otherHandlers(probe, want, diffs);
    }
    surplus(probe, List.of(), want, diffs);
    return diffs;
  }

  private void handler(MappingNode probe, String field, YamlNode want, List<FieldDiff> diffs) {
    Optional<YamlTreeNode> have = probe.get(field);
    if (have.isEmpty() || !(have.get() instanceof MappingNode mapping)) {
      diffs.add(whole(probe, field, want));
      return;
    }
    List<FieldDiff> inside = inside(mapping, field, (YamlMap) want);
    boolean standsHere = probe.entry(field).filter(own -> own.value() == mapping).isPresent();
    if (inside.isEmpty() || (standsHere && !mapping.entries().isEmpty())) {
      diffs.addAll(inside);
    } else {
      diffs.add(whole(probe, field, AliasOverlay.of(NodeValues.map(mapping), (YamlMap) want)));
    }
  }

  private static FieldDiff whole(MappingNode probe, String field, YamlNode want) {
    List<String> path = List.of(field);
    Optional<MappingEntry> entry = probe.entry(field);
    if (entry.isPresent()) {
      return new FieldDiff.Different(probe, path, entry.get(), want);
    }
    return otherHandler(probe, field)
        .<FieldDiff>map(other -> new FieldDiff.OtherHandler(probe, path, other, field, want))
        .orElseGet(() -> new FieldDiff.Missing(probe, path, want));
  }

  private List<FieldDiff> inside(MappingNode handler, String name, YamlMap want) {
    List<FieldDiff> diffs = new ArrayList<>();
    want.entries().forEach((field, value) -> field(handler, List.of(name, field), value, diffs));
    surplus(handler, List.of(name), want, diffs);
    return diffs;
  }

  private void field(MappingNode within, List<String> path, YamlNode want, List<FieldDiff> diffs) {
    String field = path.get(path.size() - 1);
    if (meaning.same(field, within.get(field), want)) {
      return;
    }
    Optional<MappingEntry> entry = within.entry(field);
    diffs.add(
        entry
            .<FieldDiff>map(own -> new FieldDiff.Different(within, path, own, want))
            .orElseGet(() -> new FieldDiff.Missing(within, path, want)));
  }

  /** All other handlers must go; one of them may have been replaced already. */
  private static void otherHandlers(MappingNode probe, YamlMap want, List<FieldDiff> diffs) {
    for (MappingEntry entry : probe.entries()) {
      String name = name(entry);
      boolean replaced =
          diffs.stream()
              .anyMatch(
                  diff -> diff instanceof FieldDiff.OtherHandler o && o.entry().equals(entry));
      if (HANDLERS.contains(name)
          && !want.entries().containsKey(name)
          && !NodeValues.isNull(entry.value())
          && !replaced) {
        diffs.add(new FieldDiff.Surplus(probe, List.of(name), entry, ChangeKind.DIFFERENT));
      }
    }
  }

  private static Optional<MappingEntry> otherHandler(MappingNode probe, String than) {
    return probe.entries().stream()
        .filter(entry -> HANDLERS.contains(name(entry)) && !name(entry).equals(than))
        .filter(entry -> !NodeValues.isNull(entry.value()))
        .findFirst();
  }

  private void surplus(MappingNode within, List<String> path, YamlMap want, List<FieldDiff> diffs) {
    for (MappingEntry entry : within.entries()) {
      String name = name(entry);
      boolean unwanted = !want.entries().containsKey(name) && !name.equals(MappingNode.MERGE_KEY);
      if (unwanted && !(path.isEmpty() && HANDLERS.contains(name))) {
        List<String> full = ProbePaths.append(path, name);
        surplus
            .judge(full, entry)
            .ifPresent(kind -> diffs.add(new FieldDiff.Surplus(within, full, entry, kind)));
      }
    }
  }

  private static String name(MappingEntry entry) {
    return entry.key().resolved() instanceof ScalarNode key ? key.text() : "";
  }

  /** {@return whether a handler other than the wanted one comes in by a merge key} */
  static Optional<String> mergedHandler(MappingNode probe, YamlMap want) {
    return HANDLERS.stream()
        .filter(name -> !want.entries().containsKey(name) && probe.entry(name).isEmpty())
        .filter(name -> probe.get(name).filter(node -> !NodeValues.isNull(node)).isPresent())
        .findFirst();
  }
}
