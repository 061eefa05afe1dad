package dev.sonde.lint;

import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingSubject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A main container or a sidecar with its probes and with what is known around it. */
final class ContainerView {

  private final ContainerSpec spec;
  private final FieldPath path;
  private final FindingSubject subject;
  private final Optional<PodSpec> pod;
  private final OptionalLong gracePeriodSeconds;
  private final ContainerContext context;
  private final OptionalLong progressDeadlineSeconds;
  private final Map<ProbeKind, ProbeView> probes = new EnumMap<>(ProbeKind.class);

  private ContainerView(
      ContainerKind kind,
      ContainerSpec spec,
      FieldPath path,
      Optional<PodSpec> pod,
      OptionalLong gracePeriodSeconds,
      OptionalLong progressDeadlineSeconds,
      ContainerContext context) {
    this.spec = spec;
    this.path = path;
    this.pod = pod;
    this.gracePeriodSeconds = gracePeriodSeconds;
    this.progressDeadlineSeconds = progressDeadlineSeconds;
    this.context = context;
    boolean alone = pod.isEmpty() && spec.name().isEmpty();
    this.subject =
        alone ? () -> "the container" : FindingSubject.container(kind, spec.name(), path);
    for (Map.Entry<ProbeKind, Probe> probe : spec.probes().entrySet()) {
      add(probe.getKey(), probe.getValue(), alone);
    }
  }

  /** Looks at one container of a pod. */
  static ContainerView in(
      PodSpec pod,
      ContainerKind kind,
      ContainerSpec spec,
      FieldPath path,
      PodContext surroundings) {
    return new ContainerView(
        kind,
        spec,
        path,
        Optional.of(pod),
        OptionalLong.of(pod.effectiveTerminationGracePeriodSeconds()),
        surroundings.progressDeadlineSeconds(),
        surroundings.container(spec.name()));
  }

  /** Looks at a container with known probes and nothing else, as in code. */
  static ContainerView of(ProbeSet probes, ApplicationFacts application) {
    return new ContainerView(
        ContainerKind.MAIN,
        ContainerSpec.of(probes),
        FieldPath.ROOT,
        Optional.empty(),
        probes.termination().terminationGracePeriodSeconds(),
        OptionalLong.empty(),
        ContainerContext.of(application));
  }

  private void add(ProbeKind kind, Probe probe, boolean alone) {
    if (probe.handler().isEmpty() || probe.timing().hasNegativeNumber()) {
      return;
    }
    FindingSubject words =
        alone ? FindingSubject.probe(kind) : FindingSubject.probe(kind).of(subject);
    FieldPath probePath = path.field(kind.fieldName());
    probes.put(kind, new ProbeView(kind, probe, probe.handler().get(), probePath, words));
  }

  ContainerSpec spec() {
    return spec;
  }

  FieldPath path() {
    return path;
  }

  String words() {
    return subject.words();
  }

  FindingSubject subject() {
    return subject;
  }

  /** The pod around it; unset if only the probes are known, as in code. */
  Optional<PodSpec> pod() {
    return pod;
  }

  /** The pod's grace period, which is its default too; unset if it is not known. */
  OptionalLong gracePeriodSeconds() {
    return gracePeriodSeconds;
  }

  ApplicationFacts application() {
    return context.application();
  }

  /** What is known about it beside its probes. */
  ContainerContext context() {
    return context;
  }

  /** How long a rollout may stand still before it has failed; unset if there is no limit. */
  OptionalLong progressDeadlineSeconds() {
    return progressDeadlineSeconds;
  }

  /** The probe of that kind, if it is set and makes sense to give advice on. */
  Optional<ProbeView> probe(ProbeKind kind) {
    return Optional.ofNullable(probes.get(kind));
  }

  /** The probes that make sense to give advice on: startup, liveness, readiness. */
  Collection<ProbeView> probes() {
    return probes.values();
  }

  /** The probe that ends a start which takes too long. */
  Optional<ProbeView> startBound() {
    return probe(has(ProbeKind.STARTUP) ? ProbeKind.STARTUP : ProbeKind.LIVENESS);
  }

  /** What its probes do, and then its hooks. */
  List<ActionView> actions() {
    List<ActionView> actions = new ArrayList<>(4);
    for (ProbeView probe : probes.values()) {
      actions.add(new ActionView(probe.handler(), probe.path(), probe.subject(), false));
    }
    spec.lifecycle()
        .ifPresent(
            hooks -> {
              add("postStart", hooks.postStart(), actions);
              add("preStop", hooks.preStop(), actions);
            });
    return actions;
  }

  private void add(String name, Optional<LifecycleHook> hook, List<ActionView> actions) {
    FieldPath hookPath = path.field("lifecycle").field(name);
    FindingSubject words = FindingSubject.hook(name).of(subject);
    hook.map(LifecycleHook::handlers).orElse(List.of()).stream()
        .map(handler -> new ActionView(handler, hookPath, words, true))
        .forEach(actions::add);
  }

  /** Tells whether a probe of that kind was written, sensible or not. */
  boolean has(ProbeKind kind) {
    return spec.probe(kind).isPresent();
  }

  /** Those of the kinds whose probes make sense to give advice on. */
  Stream<ProbeView> probes(ProbeKind... kinds) {
    List<ProbeKind> wanted = Arrays.asList(kinds);
    return probes.values().stream().filter(probe -> wanted.contains(probe.kind()));
  }
}
