package dev.sonde.manifests.merge.internal.edit;

import static dev.sonde.manifests.merge.outcome.ChangeKind.DIFFERENT;
import static dev.sonde.manifests.merge.outcome.ChangeKind.EXTRA;
import static dev.sonde.manifests.merge.outcome.ChangeKind.MISSING;
import static dev.sonde.manifests.merge.outcome.ChangeKind.STALE;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.PortNames;
import dev.sonde.manifests.merge.internal.assign.RefusedException;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.splice.BlockLayout;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerAction;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.MergeRules;
import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plans what makes the probes of one container, and what else the code declares, what it says. */
final class ContainerPlanner {

  /** By this field the values of many charts switch a probe on. */
  static final String SWITCH = "enabled";

  private final MergeTarget target;
  private final ProbeSet probes;
  private final MergeContext context;
  private final BlockLayout layout;
  private final ContainerPlan plan;
  private final ContainerEntries entries;
  private final FieldMeaning meaning;

  private ContainerPlanner(
      MergeTarget target, ProbeSet probes, MergeContext context, List<ContainerPort> ports) {
    this.target = target;
    this.probes = probes;
    this.context = context;
    this.layout = target.layout();
    this.plan = new ContainerPlan(target);
    this.entries = new ContainerEntries(plan, layout);
    this.meaning =
        new FieldMeaning(
            new PortNames(ports, probes.ports()), target.workload().kind().portOfProbes(ports));
  }

  /**
   * {@return the plan}
   *
   * @param target the container
   * @param probes what the code says
   * @param context what else matters
   * @throws RefusedException if the container cannot be brought there
   */
  static ContainerPlan plan(MergeTarget target, ProbeSet probes, MergeContext context) {
    List<ContainerPort> ports = ManifestPorts.of(target.node());
    Set<String> named = new ContainerPlanner(target, probes, context, ports).namedPorts();
    OwnPorts own = new OwnPorts(context, named, probes.ports());
    ContainerPlanner planner =
        new ContainerPlanner(target, probes, context, own.lasting(target.node()));
    new PortPlanner(planner.plan, planner.layout, planner.entries, own).plan();
    planner.plan();
    return planner.plan;
  }

  private void plan() {
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<Probe> probe = probes.probe(kind);
      BlockPlace block = new ProbeBlock(kind.fieldName(), target, entries);
      if (probe.isPresent()) {
        refuseSeveralHandlers(block, probe.get().handlers());
        wanted(block, fields(kind, probe.get()));
      } else {
        unwanted(block);
      }
    }
    LifecycleEntries lifecycle = new LifecycleEntries(plan, layout, entries);
    planHook(new LifecycleBlock(LifecycleEntries.PRE_STOP, lifecycle));
    planValue(
        new LifecycleBlock(LifecycleEntries.STOP_SIGNAL, lifecycle),
        probes.termination().stopSignal().map(YamlText::new));
    lifecycle.finish();
    planRestart();
    entries.finish();
  }

  private void planRestart() {
    Map<String, YamlNode> declared = probes.restart().toFields().entries();
    for (String field : ContainerRestart.FIELDS) {
      planValue(new ProbeBlock(field, target, entries), Optional.ofNullable(declared.get(field)));
    }
  }

  /** In a chart whose values switch a probe on and off, its template has the handler. */
  private YamlMap fields(ProbeKind kind, Probe probe) {
    boolean switched =
        target.inValues()
            && target.node().get(kind.fieldName()).filter(ContainerPlanner::hasSwitch).isPresent();
    return switched ? switchedOn(probe) : probe.toFields();
  }

  private static YamlMap switchedOn(Probe probe) {
    return YamlMap.builder()
        .put(SWITCH, new YamlBoolean(true))
        .putAll(probe.withoutHandler().toFields())
        .build();
  }

  private static boolean hasSwitch(YamlTreeNode probe) {
    return probe instanceof MappingNode mapping && mapping.get(SWITCH).isPresent();
  }

  private void planHook(BlockPlace block) {
    Optional<LifecycleHook> hook = probes.termination().preStop();
    if (hook.isPresent()) {
      refuseSeveralHandlers(block, hook.get().handlers());
      wanted(block, hook.get().toFields());
    } else if (history(block).isTouched()) {
      unwanted(block);
    }
  }

  /** A value that stands for itself: what an earlier merge wrote goes once nobody declares it. */
  private void planValue(BlockPlace block, Optional<? extends YamlNode> declared) {
    Optional<YamlNode> have = block.value().map(NodeValues::of).filter(v -> !isNull(v));
    Optional<YamlNode> want = declared.map(value -> value);
    boolean isOurs = have.isPresent() && history(block).isOurs(block.path(), have.get());
    if (want.isEmpty() && isOurs) {
      want = Optional.ofNullable(context.owned().knownBefore().get(block.path()));
    } else if (want.isEmpty() || (context.isLayer() && have.isEmpty())) {
      return;
    }
    if (want.equals(have)) {
      return;
    }
    boolean edits = want.isPresent() || block.entry().isPresent();
    plan.change(
        declared.isEmpty() ? STALE : have.isEmpty() ? MISSING : DIFFERENT,
        edits,
        block.place(),
        block.path(),
        have.map(MergeWords::of).orElse(""),
        want.map(MergeWords::of).orElse(""));
    if (declared.isPresent()) {
      plan.writes(block.path(), declared.get());
      have.filter(value -> !isOurs).ifPresent(value -> plan.writesOver(block.path(), value));
    }
    if (want.isPresent()) {
      block.set(want.get());
    } else if (edits) {
      block.remove();
    }
  }

  private static boolean isNull(YamlNode value) {
    return value instanceof YamlNull;
  }

  private void refuseSeveralHandlers(BlockPlace block, List<? extends ContainerAction> handlers) {
    if (handlers.size() > 1) {
      throw target.refuse(
          MergeRules.ONE_HANDLER,
          target.place(),
          block.path() + " of the code has " + handlers.size() + " handlers.",
          "Keep one of them: it can have only one.");
    }
  }

  private void wanted(BlockPlace block, YamlMap all) {
    Optional<YamlTreeNode> have = block.value();
    YamlMap want = context.isLayer() ? layer(have, all) : all;
    if (have.isPresent() && have.get() instanceof MappingNode own && !own.entries().isEmpty()) {
      compare(block, own, want);
      return;
    }
    Optional<YamlTreeNode> other = have.filter(node -> !NodeValues.isNull(node));
    if (want.isEmpty()) {
      return;
    }
    boolean empty = other.isEmpty() || other.get() instanceof MappingNode;
    plan.change(
        empty ? MISSING : DIFFERENT,
        true,
        block.place(),
        block.path(),
        empty ? "" : MergeWords.of(other.get()),
        MergeWords.of(want));
    YamlMap whole =
        YamlMap.builder()
            .putAll(want)
            .putAll(nulls(block, YamlMap.builder().build(), want))
            .build();
    plan.writes(block.path(), whole);
    block.set(whole);
  }

  /**
   * The handlers that a patch has to say {@code null} to, because what it patches may have them: a
   * probe has only one.
   */
  private YamlMap nulls(BlockPlace block, YamlMap have, YamlMap want) {
    YamlMap.Builder nulls = YamlMap.builder();
    Set<String> wanted = want.entries().keySet();
    boolean adds =
        ProbeDiff.HANDLERS.stream()
            .anyMatch(name -> wanted.contains(name) && !have.entries().containsKey(name));
    if (adds && !target.inValues() && !target.container().hasImage()) {
      boolean isHook = block instanceof LifecycleBlock;
      for (String name : ActionType.names(isHook ? ActionType.OF_HOOKS : ActionType.OF_PROBES)) {
        if (!wanted.contains(name) && !(have.entries().get(name) instanceof YamlNull)) {
          nulls.put(name, new YamlNull());
        }
      }
    }
    return nulls.build();
  }

  /**
   * What a file that lies over others says about a probe has to be right; the rest is in those.
   * What it says null to, Helm takes out of them.
   */
  private static YamlMap layer(Optional<YamlTreeNode> have, YamlMap want) {
    if (have.isEmpty()) {
      return YamlMap.builder().build();
    }
    if (!(have.get() instanceof MappingNode mapping)) {
      return want;
    }
    YamlMap present = NodeValues.map(mapping);
    boolean otherHandler =
        ProbeDiff.HANDLERS.stream()
            .anyMatch(
                name -> present.entries().containsKey(name) && !want.entries().containsKey(name));
    Map<String, YamlNode> leaves = ProbePaths.leaves("", present);
    Map<String, YamlNode> said = new LinkedHashMap<>();
    ProbePaths.leaves("", want)
        .forEach(
            (path, value) -> {
              boolean ofHandler = ProbeDiff.HANDLERS.contains(path.split("\\.", -1)[1]);
              boolean taken = leaves.get("." + path.split("\\.", -1)[1]) instanceof YamlNull;
              if (leaves.containsKey(path) || taken || (otherHandler && ofHandler)) {
                said.put(path.substring(1), value);
              }
            });
    return ProbePaths.tree(said);
  }

  private void compare(BlockPlace block, MappingNode have, YamlMap want) {
    BlockHistory history = history(block);
    YamlMap returning = history.returning(have, want);
    YamlMap all = AliasOverlay.of(want, returning);
    List<FieldDiff> diffs =
        new ArrayList<>(
            new ProbeDiff(meaning, (path, entry) -> surplus(history, path, entry)).of(have, all));
    if (diffs.isEmpty()) {
      return;
    }
    ProbeDiff.mergedHandler(have, all)
        .ifPresent(handler -> refuseMerged(block.path(), have, handler));
    DiffReport report = DiffReport.of(plan, block, history, returning);
    diffs.forEach(report::tell);
    nulls(block, NodeValues.map(have), all)
        .entries()
        .forEach(
            (name, none) -> {
              diffs.add(new FieldDiff.Missing(have, List.of(name), none));
              plan.writes(block.path() + "." + name, none);
            });
    plan.givesBack(report.returning());
    if (block.entryOf(have).isPresent()) {
      new ProbeEdits(plan, layout).make(diffs);
    } else {
      block.set(context.strict() ? all : AliasOverlay.of(NodeValues.map(have), all));
    }
  }

  private void refuseMerged(String field, MappingNode probe, String handler) {
    throw target.refuse(
        MergeRules.SHARED,
        target.place(probe),
        field + "." + handler + " comes in by a merge key (<<), so it cannot be taken out here.",
        "Write it out without the merge key.");
  }

  private Optional<ChangeKind> surplus(
      BlockHistory history, List<String> path, MappingEntry entry) {
    if (history.isOurs(ProbePaths.text(history.path(), path), NodeValues.of(entry.value()))) {
      return Optional.of(STALE);
    }
    return context.strict() ? Optional.of(EXTRA) : Optional.empty();
  }

  /** The code does not declare this any more: takes back what earlier merges did there. */
  private void unwanted(BlockPlace block) {
    Optional<YamlTreeNode> have = block.value().filter(node -> !NodeValues.isNull(node));
    if (have.isEmpty()) {
      return;
    }
    Optional<StaleProbe> stale = stale(block);
    if (stale.isPresent()) {
      stale.get().takeBack(block, plan, new ProbeEdits(plan, layout));
    } else {
      plan.change(EXTRA, false, block.place(), block.path(), MergeWords.of(have.get()), "");
    }
  }

  private Optional<StaleProbe> stale(BlockPlace block) {
    BlockHistory history = history(block);
    boolean isWhole = !target.inValues() && target.container().hasImage();
    return block
        .entry()
        .filter(entry -> history.isTouched() && entry.value() instanceof MappingNode)
        .map(entry -> new StaleProbe(history, meaning, (MappingNode) entry.value(), isWhole));
  }

  private BlockHistory history(BlockPlace block) {
    return new BlockHistory(block.path(), context.owned());
  }

  /** The names of ports that the container's probes and hooks ask once all is done. */
  private Set<String> namedPorts() {
    Set<String> names = new TreeSet<>();
    probes
        .probes()
        .values()
        .forEach(probe -> addPorts(ProbePaths.leaves("", probe.toFields()), names));
    for (ProbeKind kind : ProbeKind.values()) {
      if (probes.probe(kind).isEmpty()) {
        addPorts(remains(new ProbeBlock(kind.fieldName(), target, entries)), names);
      }
    }
    target
        .node()
        .get(LifecycleEntries.FIELD)
        .ifPresent(hooks -> addPorts(ProbePaths.leaves("", NodeValues.of(hooks)), names));
    return names;
  }

  private Map<String, YamlNode> remains(BlockPlace block) {
    return stale(block)
        .map(StaleProbe::remains)
        .orElseGet(
            () ->
                block
                    .value()
                    .map(value -> ProbePaths.leaves(block.path(), NodeValues.of(value)))
                    .orElse(Map.of()));
  }

  private static void addPorts(Map<String, YamlNode> leaves, Set<String> names) {
    leaves.forEach(
        (path, value) -> {
          if (path.endsWith(".port") && value instanceof YamlText name) {
            names.add(name.value());
          }
        });
  }
}
