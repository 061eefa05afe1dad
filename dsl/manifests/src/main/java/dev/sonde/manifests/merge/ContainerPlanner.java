package dev.sonde.manifests.merge;

import static dev.sonde.manifests.merge.ChangeKind.DIFFERENT;
import static dev.sonde.manifests.merge.ChangeKind.EXTRA;
import static dev.sonde.manifests.merge.ChangeKind.MISSING;
import static dev.sonde.manifests.merge.ChangeKind.STALE;

import dev.sonde.manifests.splice.Layout;
import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.workload.DeclaredPorts;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans what makes the probes of one container what the code says. */
final class ContainerPlanner {

  private final Target target;
  private final ProbeSet probes;
  private final Map<String, YamlNode> owned;
  private final boolean strict;
  private final Layout layout;
  private final ContainerPlan plan;
  private final ContainerEntries entries;
  private final FieldMeaning meaning;

  private ContainerPlanner(
      Target target, ProbeSet probes, Map<String, YamlNode> owned, boolean strict) {
    this.target = target;
    this.probes = probes;
    this.owned = owned;
    this.strict = strict;
    this.layout = target.layout();
    this.plan = new ContainerPlan(target);
    this.entries = new ContainerEntries(plan, layout);
    this.meaning = new FieldMeaning(new PortNames(DeclaredPorts.of(target.node()), probes.ports()));
  }

  /**
   * {@return the plan}
   *
   * @param target the container
   * @param probes what the code says
   * @param owned the fields that earlier merges wrote there, by path
   * @param strict whether fields that the code leaves open must go
   * @throws RefusedException if the container cannot be brought there
   */
  static ContainerPlan plan(
      Target target, ProbeSet probes, Map<String, YamlNode> owned, boolean strict) {
    ContainerPlanner planner = new ContainerPlanner(target, probes, owned, strict);
    planner.plan();
    return planner.plan;
  }

  private void plan() {
    new PortPlanner(plan, layout, entries, owned).plan(probes.ports());
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<Probe> probe = probes.probe(kind);
      if (probe.isPresent()) {
        refuseSeveralHandlers(kind, probe.get());
        wanted(kind.fieldName(), probe.get().toFields());
      } else {
        unwanted(kind.fieldName());
      }
    }
    entries.finish();
  }

  private void refuseSeveralHandlers(ProbeKind kind, Probe probe) {
    if (probe.handlers().size() > 1) {
      throw target.refuse(
          "merge-one-handler",
          target.place(),
          kind.fieldName() + " of the code has " + probe.handlers().size() + " handlers.",
          "Keep one of them: a probe has only one.");
    }
  }

  private void wanted(String field, YamlMap want) {
    Optional<Node> have = target.node().get(field);
    if (have.isPresent() && have.get() instanceof MappingNode probe && !probe.entries().isEmpty()) {
      compare(field, probe, want);
      return;
    }
    Optional<Node> other = have.filter(node -> !Values.isNull(node));
    if (want.isEmpty()) {
      return;
    }
    boolean empty = other.isEmpty() || other.get() instanceof MappingNode;
    plan.change(
        empty ? MISSING : DIFFERENT,
        true,
        placeOf(field),
        field,
        empty ? "" : Words.of(other.get()),
        Words.of(want));
    plan.writes(field, want);
    entries.set(field, want);
  }

  private void compare(String field, MappingNode probe, YamlMap want) {
    List<FieldDiff> diffs =
        new ProbeDiff(meaning, (path, entry) -> surplus(field, path, entry)).of(probe, want);
    if (diffs.isEmpty()) {
      return;
    }
    ProbeDiff.mergedHandler(probe, want).ifPresent(handler -> refuseMerged(field, probe, handler));
    diffs.forEach(diff -> report(field, diff));
    boolean standsHere =
        target.node().entry(field).filter(entry -> entry.value() == probe).isPresent();
    if (standsHere) {
      new ProbeEdits(plan, layout).make(diffs);
    } else {
      entries.set(field, strict ? want : Overlay.of(probe, want));
    }
  }

  private void refuseMerged(String field, MappingNode probe, String handler) {
    throw target.refuse(
        "merge-shared",
        target.place(probe),
        field + "." + handler + " comes in by a merge key (<<), so it cannot be taken out here.",
        "Write the probe out without the merge key.");
  }

  private Optional<ChangeKind> surplus(String field, List<String> path, Entry entry) {
    YamlNode recorded = owned.get(Paths.text(field, path));
    if (recorded != null && recorded.equals(Values.of(entry.value()))) {
      return Optional.of(STALE);
    }
    return strict ? Optional.of(EXTRA) : Optional.empty();
  }

  private void report(String field, FieldDiff diff) {
    String path = Paths.text(field, diff.path());
    if (diff instanceof FieldDiff.Missing missing) {
      plan.change(
          MISSING,
          true,
          target.place(keyAbove(field, missing)),
          path,
          "",
          Words.of(missing.want()));
      plan.writes(path, missing.want());
    } else if (diff instanceof FieldDiff.Different different) {
      Node have = different.entry().value();
      plan.change(
          DIFFERENT,
          true,
          target.place(different.entry().key()),
          path,
          Words.of(have),
          Words.of(different.want()));
      plan.writes(path, different.want());
    } else if (diff instanceof FieldDiff.OtherHandler other) {
      String have = Words.of(other.entry().key()) + ": " + Words.of(other.entry().value());
      plan.change(
          DIFFERENT,
          true,
          target.place(other.entry().key()),
          field,
          have,
          other.handler() + ": " + Words.of(other.want()));
      plan.writes(path, other.want());
    } else if (diff instanceof FieldDiff.Surplus surplus) {
      plan.change(
          surplus.kind(),
          true,
          target.place(surplus.entry().key()),
          path,
          Words.of(surplus.entry().value()),
          "");
    }
  }

  /** The key of the probe, or of the handler, that lacks a field. */
  private Node keyAbove(String field, FieldDiff.Missing missing) {
    Optional<Entry> probe = target.node().entry(field);
    if (missing.path().size() > 1 && probe.isPresent()) {
      return probe
          .map(entry -> entry.value().resolved())
          .filter(MappingNode.class::isInstance)
          .flatMap(node -> ((MappingNode) node).entry(missing.path().get(0)))
          .map(Entry::key)
          .orElse(missing.within());
    }
    return probe.map(Entry::key).orElse(missing.within());
  }

  private Place placeOf(String field) {
    return target
        .node()
        .entry(field)
        .map(entry -> target.place(entry.key()))
        .orElseGet(target::place);
  }

  /** The code does not declare this probe: takes away what an earlier merge put there. */
  private void unwanted(String field) {
    Optional<Node> have = target.node().get(field).filter(node -> !Values.isNull(node));
    if (have.isEmpty()) {
      return;
    }
    Optional<Entry> entry = target.node().entry(field);
    boolean ours = owned.keySet().stream().anyMatch(path -> path.startsWith(field + "."));
    if (ours && entry.isPresent() && entry.get().value() instanceof MappingNode probe) {
      new StaleProbe(plan, layout, entries, owned).remove(field, entry.get(), probe);
    } else {
      plan.change(EXTRA, false, placeOf(field), field, Words.of(have.get()), "");
    }
  }
}
