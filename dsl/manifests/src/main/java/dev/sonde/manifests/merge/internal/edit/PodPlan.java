package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.outcome.ChangeKind;
import dev.sonde.manifests.merge.record.MergeRecord.Owned;
import dev.sonde.manifests.splice.MappingEditor;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.PodSpec;
import dev.sonde.model.TerminationTiming;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The grace period of a pod: the one field of it that follows from its containers, all of which
 * share it.
 *
 * @param spec the pod spec
 * @param containers those of its containers from which that follows
 * @param plan what is to be done in the pod spec itself
 */
public record PodPlan(MappingNode spec, List<ContainerMerge> containers, ContainerPlan plan) {

  public static final String FIELD = "terminationGracePeriodSeconds";

  /** {@return the plans of those pods whose grace period is the code's business, or was} */
  public static List<PodPlan> of(List<ContainerMerge> containers) {
    Map<MappingNode, List<ContainerMerge>> pods = new LinkedHashMap<>();
    for (ContainerMerge container : containers) {
      if (declaredBy(container).isEmpty() && !container.owned().fields().containsKey(FIELD)) {
        continue;
      }
      specOf(container.plan().target())
          .ifPresent(spec -> pods.computeIfAbsent(spec, s -> new ArrayList<>()).add(container));
    }
    return pods.entrySet().stream().map(pod -> of(pod.getKey(), pod.getValue())).toList();
  }

  private static PodPlan of(MappingNode spec, List<ContainerMerge> containers) {
    List<YamlNode> owned =
        containers.stream()
            .flatMap(c -> Optional.ofNullable(c.owned().fields().get(FIELD)).stream())
            .toList();
    return plan(spec, containers, containers.get(0).plan().target(), owned);
  }

  private static PodPlan plan(
      MappingNode spec,
      List<ContainerMerge> containers,
      MergeTarget target,
      Collection<YamlNode> owned) {
    PodPlan pod = new PodPlan(spec, containers, new ContainerPlan(target));
    pod.plan(owned);
    return pod;
  }

  /** Plans the same for the pod spec as it is after the edits. */
  ContainerPlan planAgain(MappingNode edited, MergeTarget now) {
    return plan(edited, containers, now, plan.written().values()).plan;
  }

  private static Optional<MappingNode> specOf(MergeTarget target) {
    Optional<YamlTreeNode> spec = Optional.of(target.workload().node());
    for (String step : target.workload().kind().podSpecPath()) {
      spec = spec.filter(MappingNode.class::isInstance).flatMap(n -> ((MappingNode) n).get(step));
    }
    return spec.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private void plan(Collection<YamlNode> owned) {
    Optional<YamlTreeNode> have = spec.get(FIELD).filter(node -> !NodeValues.isNull(node));
    if (declared().isPresent()) {
      YamlNumber want = wanted(owned);
      if (!means(have, want)) {
        set(have, want, owned);
      }
    } else if (have.isPresent() && owned.contains(NodeValues.of(have.get()))) {
      remove();
    }
  }

  private static OptionalLong declaredBy(ContainerMerge container) {
    return container.probes().termination().terminationGracePeriodSeconds();
  }

  /** The longest of what the code says of the containers. */
  private OptionalLong declared() {
    return containers.stream().map(PodPlan::declaredBy).flatMapToLong(OptionalLong::stream).max();
  }

  /** What the pod should have; what an earlier merge wrote no longer counts. */
  private YamlNumber wanted(Collection<YamlNode> owned) {
    OptionalLong present =
        spec.get(FIELD)
            .map(NodeValues::of)
            .filter(value -> !owned.contains(value))
            .filter(YamlNumber.class::isInstance)
            .map(value -> OptionalLong.of(((YamlNumber) value).value()))
            .orElseGet(OptionalLong::empty);
    TerminationTiming termination =
        new TerminationTiming(Optional.empty(), Optional.empty(), declared());
    return new YamlNumber(
        termination
            .gracePeriodIn(present, isAlone())
            .orElse(PodSpec.DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS));
  }

  private boolean isAlone() {
    return plan.target().workload().containers().stream()
            .filter(container -> container.kind() != ContainerKind.EPHEMERAL)
            .count()
        == 1;
  }

  private static boolean means(Optional<YamlTreeNode> have, YamlNumber want) {
    if (have.isEmpty()) {
      return want.value() == PodSpec.DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS;
    }
    return have.get() instanceof ScalarNode scalar
        && !scalar.dependsOnYamlVersion()
        && NodeValues.of(scalar).equals(want);
  }

  private void set(Optional<YamlTreeNode> have, YamlNumber want, Collection<YamlNode> owned) {
    Optional<MappingEntry> entry = spec.entry(FIELD);
    plan.changeOfPod(
        have.isEmpty() ? ChangeKind.MISSING : ChangeKind.DIFFERENT,
        entry.map(MappingEntry::key).map(plan.target()::place).orElseGet(plan.target()::place),
        FIELD,
        have.map(MergeWords::of).orElse(""),
        MergeWords.of(want));
    plan.writes(FIELD, want);
    have.map(NodeValues::of)
        .filter(value -> !owned.contains(value))
        .ifPresent(value -> plan.writesOver(FIELD, value));
    MappingEditor editor = editor();
    if (entry.isPresent()) {
      editor.setValue(entry.get(), want);
    } else {
      MappingEntry last = spec.entries().get(spec.entries().size() - 1);
      editor.insertAfter(last, YamlMap.builder().put(FIELD, want).build());
    }
    editor.finish();
  }

  /** Takes back what an earlier merge wrote; what was there before comes back. */
  private void remove() {
    Optional<MappingEntry> entry = spec.entry(FIELD);
    if (entry.isEmpty()) {
      return;
    }
    Optional<YamlNode> before =
        containers.stream()
            .flatMap(c -> Optional.ofNullable(c.owned().knownBefore().get(FIELD)).stream())
            .findFirst();
    plan.changeOfPod(
        ChangeKind.STALE,
        plan.target().place(entry.get().key()),
        FIELD,
        MergeWords.of(entry.get().value()),
        before.map(MergeWords::of).orElse(""));
    MappingEditor editor = editor();
    before.ifPresentOrElse(
        value -> editor.setValue(entry.get(), value), () -> editor.remove(entry.get()));
    editor.finish();
  }

  private MappingEditor editor() {
    plan.edits(spec);
    MergeTarget target = plan.target();
    return MappingEditor.of(target.source(), spec, target.layout(), plan.edits());
  }

  /** What merges will have done to the pod, if one of the containers asks for it. */
  public Owned addTo(Owned owned, ContainerMerge container) {
    if (declaredBy(container).isEmpty()) {
      return owned;
    }
    Map<String, YamlNode> fields = new LinkedHashMap<>(owned.fields());
    Map<String, YamlNode> before = new LinkedHashMap<>(owned.knownBefore());
    YamlNode earlier = container.owned().fields().get(FIELD);
    Optional.ofNullable(plan.written().get(FIELD))
        .or(() -> spec.get(FIELD).map(NodeValues::of).filter(v -> v.equals(earlier)))
        .ifPresent(value -> fields.put(FIELD, value));
    Stream.of(container.owned().knownBefore(), plan.writtenOver())
        .flatMap(values -> Optional.ofNullable(values.get(FIELD)).stream())
        .findFirst()
        .ifPresent(value -> before.put(FIELD, value));
    boolean known = owned.before().isPresent() || !before.isEmpty();
    return new Owned(owned.source(), fields, known ? Optional.of(before) : Optional.empty());
  }
}
