package dev.sonde.manifests.merge;

import static java.util.Comparator.comparingInt;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkProbes;
import dev.sonde.manifests.framework.RunningContainer;
import dev.sonde.manifests.merge.internal.assign.ContainerAssignment;
import dev.sonde.manifests.merge.internal.assign.ForeignHands;
import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.RefusedException;
import dev.sonde.manifests.merge.internal.assign.WorkloadSummary;
import dev.sonde.manifests.merge.internal.check.ServicePort;
import dev.sonde.manifests.merge.internal.edit.ContainerMerge;
import dev.sonde.manifests.merge.internal.edit.MergeContext;
import dev.sonde.manifests.merge.internal.edit.PodPlan;
import dev.sonde.manifests.merge.outcome.FieldDrift;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.workload.ConfigMapNode;
import dev.sonde.manifests.workload.ValuesReader;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.model.TerminationTiming;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.MergeRules;
import dev.sonde.rules.Rule;
import dev.sonde.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans how probes go into manifests. Planning reads and proves, and writes nothing: merging writes
 * the plan, checking reports it.
 */
public final class ManifestMerge {

  private static final Set<Rule> MAY_BE_UNREAD =
      Set.of(MergeRules.WORKLOAD_MISSING, MergeRules.CONTAINER_MISSING);

  private final List<ManifestFile> files;
  private final MergedProbes declared;
  private final FileNames names;
  private final MergeOptions options;
  private final MergeRecord record;
  private final List<PlacedFinding> refusals = new ArrayList<>();
  private final List<ServicePort> servicePorts = new ArrayList<>();
  private final Set<String> patches = new HashSet<>();
  private final Map<MappingNode, ContainerMerge> assigned = new HashMap<>();
  private final List<ContainerMerge> inOrder = new ArrayList<>();
  private final Map<MappingNode, FrameworkProbes> answered = new LinkedHashMap<>();
  private final List<ConfigMapNode> configMaps = new ArrayList<>();
  private final Map<MappingNode, PodPlan> pods = new LinkedHashMap<>();
  private final Map<MergeRecord.Key, String> sources = new HashMap<>();

  ManifestMerge(
      List<ManifestFile> files,
      MergedProbes declared,
      FileNames names,
      MergeOptions options,
      MergeRecord record) {
    this.files = files;
    this.declared = declared;
    this.names = names;
    this.options = options;
    this.record = record;
  }

  /**
   * {@return what is to be done, and what stands against it}
   *
   * @param files the manifests
   * @param probes the probes of one or more containers
   * @param options how to merge
   * @param record what earlier merges wrote
   */
  public static MergePlan plan(
      List<ManifestFile> files, List<ProbeSet> probes, MergeOptions options, MergeRecord record) {
    FileNames names = FileNames.from(Path.of(""));
    return new ManifestMerge(files, MergedProbes.of(probes), names, options, record).plan();
  }

  /** The same, if some of the files only change what others hold. */
  ManifestMerge withPatches(Set<String> names) {
    patches.addAll(names);
    return this;
  }

  /** Tells whether a refusal is about something that another file may have. */
  static boolean mayBeElsewhere(PlacedFinding refusal) {
    return MAY_BE_UNREAD.contains(refusal.finding().rule());
  }

  MergePlan plan() {
    MergeScan scan = scan();
    assignAll(scan);
    if (!scan.problems().isEmpty()) {
      // What seems to be missing may be in a file that could not be read.
      refusals.removeIf(ManifestMerge::mayBeElsewhere);
      refusals.addAll(0, scan.problems());
    }
    for (PodPlan pod : PodPlan.of(inOrder)) {
      pod.containers().forEach(container -> pods.put(container.plan().target().node(), pod));
    }
    List<FilePlan> plans = new ArrayList<>();
    for (ManifestFile file : files) {
      List<ContainerMerge> containers =
          inOrder.stream().filter(a -> a.plan().target().file().equals(file.name())).toList();
      if (!containers.isEmpty() && refusals.isEmpty()) {
        new FileEdits(file, containers, pods).plan(refusals::add).ifPresent(plans::add);
      }
    }
    Stream<FieldDrift> ofPods =
        pods.values().stream().map(PodPlan::plan).distinct().flatMap(p -> p.changes().stream());
    List<FieldDrift> changes =
        Stream.concat(inOrder.stream().flatMap(this::changes), ofPods).sorted(byPlace()).toList();
    boolean refused = !refusals.isEmpty();
    PlanFindings findings = new PlanFindings(inOrder);
    Stream<PlacedFinding> ofFrameworks =
        answered.values().stream().flatMap(probes -> probes.doubts().stream()).distinct();
    return new MergePlan(
        refused ? List.of() : plans,
        changes,
        Stream.concat(
                Stream.concat(ofFrameworks, findings.inconsistencies(scan.servicePorts()).stream()),
                findings.foreignHands(plans).stream())
            .toList(),
        refusals,
        refused ? record : recordAfter(),
        findings.compared());
  }

  /**
   * {@return the plan, or a refusal where the API server would refuse the containers once they are
   * merged}
   */
  MergePlan judged() {
    MergePlan plan = plan();
    return plan.refusals().isEmpty()
        ? plan.unless(
            new PlanFindings(inOrder).refusedByTheServer(plan.files(), options.releases()), record)
        : plan;
  }

  private Stream<FieldDrift> changes(ContainerMerge assigned) {
    return assigned.plan().changes().stream().map(change -> withOrigin(change, assigned));
  }

  private FieldDrift withOrigin(FieldDrift change, ContainerMerge assigned) {
    FrameworkProbes framework = answered.get(assigned.plan().target().node());
    return framework == null
        ? change.from(declared.origins(), assigned.probes().container())
        : change.from(framework.origin(FieldPath.of(change.field().split("\\."))));
  }

  private Comparator<FieldDrift> byPlace() {
    List<String> names = fileNames();
    return comparingInt((FieldDrift change) -> names.indexOf(change.place().file()))
        .thenComparing(change -> change.place().position());
  }

  private MergeScan scan() {
    Stream<WorkloadRef> recorded =
        record.containers().keySet().stream().map(MergeRecord.Key::reference);
    Stream<WorkloadRef> named = declared.probes().stream().map(set -> place(set).workload());
    List<WorkloadRef> wanted = Stream.concat(named, recorded).toList();
    MergeScan scan =
        new MergeScan(
            wanted,
            options.values().isPresent()
                ? ValuesReader::read
                : new WorkloadReader(options.kinds())::read);
    files.forEach(scan::read);
    return scan;
  }

  private void assignAll(MergeScan scan) {
    servicePorts.addAll(scan.servicePorts());
    configMaps.addAll(scan.configMaps());
    ContainerAssignment assignment =
        new ContainerAssignment(
            scan.workloads(),
            scan.otherKinds(),
            files.isEmpty() ? "(no file)" : files.get(0).name(),
            options.everyMatch(),
            patches,
            scan.fragment());
    for (MergedProbes.Source source : declared.sources()) {
      for (ProbeSet set : source.probes()) {
        orRefuse(
            () ->
                source
                    .application()
                    .ifPresentOrElse(
                        application ->
                            assign(
                                assignment.targetsOfApplication(place(set)),
                                application,
                                nameOf(source)),
                        () ->
                            assign(assignment.targets(place(set)), inPlace(set), nameOf(source))));
      }
    }
    declared.probes().stream()
        .flatMap(set -> scan.takingAway(place(set)))
        .filter(found -> files.size() > 1)
        .forEach(refusals::add);
    prune(scan.workloads());
  }

  /** What the probes are looked up by: their container, or their place in a chart's values. */
  private ContainerRef place(ProbeSet set) {
    return options
        .values()
        .map(path -> ValuesReader.reference(path.of(set.container(), declared.probes().size() > 1)))
        .orElseGet(
            () ->
                new ContainerRef(
                    set.container().name(), set.container().workload().orIn(options.namespace())));
  }

  /** A chart has its ports and its pod in its templates, not in its values. */
  private ProbeSet inPlace(ProbeSet set) {
    return options.values().isPresent()
        ? set.withPorts(List.of())
            .with(
                new TerminationTiming(
                    set.termination().preStop(),
                    set.termination().stopSignal(),
                    OptionalLong.empty()))
        : set;
  }

  private void orRefuse(Runnable step) {
    try {
      step.run();
    } catch (RefusedException e) {
      refusals.add(e.refusal());
    }
  }

  /** Each container may set something else, and the framework answers there. */
  private void assign(List<MergeTarget> targets, FrameworkApplication application, String source) {
    for (MergeTarget target : targets) {
      if (!answered.containsKey(target.node())) {
        FrameworkProbes probes =
            application.probes(
                new RunningContainer(
                    target.container(), target.workload().namespace(), configMaps, target::place));
        answered.put(target.node(), probes);
        if (probes.areKnown()) {
          assign(List.of(target), inPlace(probes.probes()), source);
        } else {
          refusals.addAll(probes.errors());
        }
      }
    }
  }

  private void assign(List<MergeTarget> targets, ProbeSet set, String source) {
    Map<MappingNode, List<MergeTarget>> byContainer = new LinkedHashMap<>();
    targets.forEach(
        target -> byContainer.computeIfAbsent(target.node(), n -> new ArrayList<>()).add(target));
    boolean isLayer = false;
    for (List<MergeTarget> same : byContainer.values()) {
      List<AliasNode> aliases =
          same.stream().flatMap(target -> target.container().aliases().stream()).toList();
      assign(same.get(0), set, source, aliases, isLayer);
      isLayer = options.values().isPresent();
    }
  }

  private void assign(
      MergeTarget target, ProbeSet set, String source, List<AliasNode> aliases, boolean isLayer) {
    ForeignHands.refuseEncrypted(target);
    ContainerMerge first = assigned.get(target.node());
    if (first != null) {
      throw target.refuse(
          MergeRules.PROBES_TWICE,
          target.place(),
          "two sets of probes are meant for container \""
              + target.containerName()
              + "\""
              + (source.isEmpty()
                  ? ""
                  : ": "
                      + document(first.probes(), sources.getOrDefault(target.recordKey(), ""))
                      + " and "
                      + document(set, source))
              + ".",
          "Keep one of them, or name the workload that each is meant for.");
    }
    ContainerMerge container =
        ContainerMerge.plan(
            target,
            set,
            new MergeContext(ownedIn(target), sentTo(target.workload()), options.strict(), isLayer),
            aliases);
    sources.put(target.recordKey(), source);
    assigned.put(target.node(), container);
    inOrder.add(container);
  }

  private static String document(ProbeSet set, String source) {
    return ProbeSetFiles.isDocument(Path.of(source))
        ? source
        : ProbeSetDocument.fileName(set.container(), List.of()) + " of " + source;
  }

  private List<String> fileNames() {
    return files.stream().map(ManifestFile::name).toList();
  }

  private Set<YamlNode> sentTo(WorkloadNode workload) {
    return servicePorts.stream()
        .filter(port -> port.reaches(workload))
        .map(ServicePort::target)
        .collect(Collectors.toSet());
  }

  private MergeRecord.Owned ownedIn(MergeTarget target) {
    return record.owned(target.recordKey(), fileNames());
  }

  /** Cleans the containers that only the record mentions. */
  private void prune(List<WorkloadSummary> workloads) {
    for (WorkloadSummary workload : workloads) {
      workload.containers().stream()
          .map(workload::target)
          .filter(target -> !assigned.containsKey(target.node()))
          .filter(target -> isAbandoned(ownedIn(target)))
          .forEach(target -> orRefuse(() -> clean(target)));
    }
  }

  /** What a source declared once it declares no more; what others declared is not its business. */
  private boolean isAbandoned(MergeRecord.Owned owned) {
    boolean ours = declared.sources().stream().map(this::nameOf).anyMatch(owned.source()::equals);
    return !owned.isEmpty() && (options.prune() || (ours && !owned.source().isEmpty()));
  }

  private void clean(MergeTarget target) {
    assign(target, ProbeSet.forOnlyContainer(), ownedIn(target).source(), List.of(), false);
  }

  private String nameOf(MergedProbes.Source source) {
    return source.path().map(names::of).orElse("");
  }

  private MergeRecord recordAfter() {
    Map<MergeRecord.Key, MergeRecord.Owned> after = new LinkedHashMap<>(record.containers());
    after.values().removeIf(this::isAbandoned);
    for (ContainerMerge container : inOrder) {
      MergeRecord.Key key = container.plan().target().recordKey();
      if (!record.containers().containsKey(key)) {
        record.moved(key, fileNames()).ifPresent(after::remove);
      }
      after.put(key, ownedAfter(container, sources.getOrDefault(key, "")));
    }
    return new MergeRecord(after);
  }

  private MergeRecord.Owned ownedAfter(ContainerMerge container, String source) {
    MergeRecord.Owned ofContainer = container.ownedAfter();
    MergeRecord.Owned all =
        Optional.ofNullable(pods.get(container.plan().target().node()))
            .map(pod -> pod.addTo(ofContainer, container))
            .orElse(ofContainer);
    return new MergeRecord.Owned(source, all.fields(), all.before());
  }
}
