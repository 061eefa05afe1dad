package dev.sonde.manifests.merge.internal.edit;

import static dev.sonde.manifests.merge.outcome.ChangeKind.DIFFERENT;
import static dev.sonde.manifests.merge.outcome.ChangeKind.EXTRA;
import static dev.sonde.manifests.merge.outcome.ChangeKind.MISSING;
import static dev.sonde.manifests.merge.outcome.ChangeKind.STALE;

import dev.sonde.manifests.merge.internal.target.PortNames;
import dev.sonde.manifests.merge.internal.target.RefusedException;
import dev.sonde.manifests.merge.internal.target.Target;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.splice.Layout;
import dev.sonde.manifests.splice.Values;
import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.workload.DeclaredPorts;
import dev.sonde.model.Action;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans what makes the probes and the preStop hook of one container what the code says. */
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
      Block block = new ProbeBlock(kind.fieldName(), target, entries);
      if (probe.isPresent()) {
        refuseSeveralHandlers(block, probe.get().handlers());
        wanted(block, fields(kind, probe.get()));
      } else {
        unwanted(block);
      }
    }
    planHook();
    entries.finish();
  }

  /** In a chart whose values switch a probe on and off, its template has the handler. */
  private YamlMap fields(ProbeKind kind, Probe probe) {
    boolean switched =
        target.inValues()
            && target.node().get(kind.fieldName()).filter(ContainerPlanner::hasSwitch).isPresent();
    return switched ? probe.withoutHandler().toFields() : probe.toFields();
  }

  private static boolean hasSwitch(Node probe) {
    return probe instanceof MappingNode mapping && mapping.get("enabled").isPresent();
  }

  private void planHook() {
    Block block = new HookBlock(plan, layout, entries);
    Optional<LifecycleHook> hook = probes.termination().preStop();
    if (hook.isPresent()) {
      refuseSeveralHandlers(block, hook.get().handlers());
      wanted(block, hook.get().toFields());
    } else if (isOwned(block)) {
      unwanted(block);
    }
  }

  private void refuseSeveralHandlers(Block block, List<? extends Action> handlers) {
    if (handlers.size() > 1) {
      throw target.refuse(
          "merge-one-handler",
          target.place(),
          block.path() + " of the code has " + handlers.size() + " handlers.",
          "Keep one of them: it can have only one.");
    }
  }

  private void wanted(Block block, YamlMap want) {
    Optional<Node> have = block.value();
    if (have.isPresent() && have.get() instanceof MappingNode own && !own.entries().isEmpty()) {
      compare(block, own, want);
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
        block.place(),
        block.path(),
        empty ? "" : Words.of(other.get()),
        Words.of(want));
    plan.writes(block.path(), want);
    block.set(want);
  }

  private void compare(Block block, MappingNode have, YamlMap want) {
    List<FieldDiff> diffs =
        new ProbeDiff(meaning, (path, entry) -> surplus(block.path(), path, entry)).of(have, want);
    if (diffs.isEmpty()) {
      return;
    }
    ProbeDiff.mergedHandler(have, want)
        .ifPresent(handler -> refuseMerged(block.path(), have, handler));
    diffs.forEach(diff -> report(block, diff));
    if (block.entryOf(have).isPresent()) {
      new ProbeEdits(plan, layout).make(diffs);
    } else {
      block.set(strict ? want : Overlay.of(have, want));
    }
  }

  private void refuseMerged(String field, MappingNode probe, String handler) {
    throw target.refuse(
        "merge-shared",
        target.place(probe),
        field + "." + handler + " comes in by a merge key (<<), so it cannot be taken out here.",
        "Write it out without the merge key.");
  }

  private Optional<ChangeKind> surplus(String field, List<String> path, Entry entry) {
    YamlNode recorded = owned.get(Paths.text(field, path));
    if (recorded != null && recorded.equals(Values.of(entry.value()))) {
      return Optional.of(STALE);
    }
    return strict ? Optional.of(EXTRA) : Optional.empty();
  }

  private void report(Block block, FieldDiff diff) {
    String path = Paths.text(block.path(), diff.path());
    if (diff instanceof FieldDiff.Missing missing) {
      plan.change(
          MISSING,
          true,
          target.place(keyAbove(block, missing)),
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
          block.path(),
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
  private static Node keyAbove(Block block, FieldDiff.Missing missing) {
    Optional<Entry> probe = block.entry();
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

  /** The code does not declare this any more: takes away what an earlier merge put there. */
  private void unwanted(Block block) {
    Optional<Node> have = block.value().filter(node -> !Values.isNull(node));
    if (have.isEmpty()) {
      return;
    }
    Optional<Entry> entry = block.entry();
    if (isOwned(block) && entry.isPresent() && entry.get().value() instanceof MappingNode own) {
      new StaleProbe(plan, layout, owned).remove(block, own);
    } else {
      plan.change(EXTRA, false, block.place(), block.path(), Words.of(have.get()), "");
    }
  }

  private boolean isOwned(Block block) {
    return owned.keySet().stream().anyMatch(path -> path.startsWith(block.path() + "."));
  }
}
