package dev.sonde.manifests.fabric8;

import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Port;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerRestartRule;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Probes, the preStop hook, the stop signal and the restart policy into a container and out of it.
 */
final class ContainerEdit {

  private ContainerEdit() {}

  static Container apply(ProbeSet probes, Container container) {
    refuseStranger(probes, container);
    ContainerBuilder builder = container.edit();
    builder.withPorts(Fabric8Ports.with(probes.ports(), container));
    probes.probes().forEach((kind, probe) -> set(builder, kind, Fabric8Probes.toFabric8(probe)));
    probes
        .termination()
        .preStop()
        .map(hook -> Fabric8Fields.write(hook.toFields(), LifecycleHandler.class))
        .ifPresent(hook -> builder.editOrNewLifecycle().withPreStop(hook).endLifecycle());
    probes
        .termination()
        .stopSignal()
        .ifPresent(signal -> builder.editOrNewLifecycle().withStopSignal(signal).endLifecycle());
    ContainerRestart restart = probes.restart();
    restart.policy().ifPresent(builder::withRestartPolicy);
    if (!restart.rules().isEmpty()) {
      builder.withRestartPolicyRules(
          restart.rules().stream()
              .map(rule -> Fabric8Fields.write(rule.toFields(), ContainerRestartRule.class))
              .toList());
    }
    return builder.build();
  }

  static ProbeSet read(Container container, WorkloadRef workload) {
    ContainerRef reference = new ContainerRef(Optional.ofNullable(container.getName()), workload);
    ProbeSet probes = ProbeSet.forContainer(reference);
    for (ProbeKind kind : ProbeKind.values()) {
      Probe probe = get(container, kind);
      if (probe != null) {
        probes = probes.with(kind, Fabric8Probes.fromFabric8(probe));
      }
    }
    Optional<Lifecycle> lifecycle = Optional.ofNullable(container.getLifecycle());
    Optional<String> signal = lifecycle.map(Lifecycle::getStopSignal);
    if (signal.isPresent()) {
      probes = probes.stopSignal(signal.get());
    }
    Optional<LifecycleHook> preStop =
        lifecycle
            .map(Lifecycle::getPreStop)
            .map(
                hook ->
                    Fabric8Fields.read(
                        "preStop", hook, LifecycleHook::read, LifecycleHook::toFields));
    if (preStop.isPresent()) {
      probes = probes.with(probes.termination().withPreStop(preStop.get()));
    }
    probes = probes.with(ContainerRestart.read(Fabric8Fields.source(container)));
    for (dev.sonde.model.ContainerPort port : usedPorts(probes, container)) {
      probes = probes.with(port);
    }
    return probes;
  }

  /** The declared ports that the probes ask, by number or by name, in the container's order. */
  private static List<dev.sonde.model.ContainerPort> usedPorts(
      ProbeSet probes, Container container) {
    Set<Port> used =
        probes.probes().values().stream()
            .flatMap(probe -> probe.handlers().stream())
            .flatMap(handler -> handler.dialledPort().stream())
            .collect(Collectors.toSet());
    return Fabric8Ports.tcp(container.getPorts())
        .map(Fabric8Ports::port)
        .filter(
            port ->
                used.contains(Port.of(port.containerPort()))
                    || port.name().map(Port::named).filter(used::contains).isPresent())
        .toList();
  }

  private static void refuseStranger(ProbeSet probes, Container container) {
    Optional<String> wanted = probes.container().name();
    String actual = container.getName();
    if (actual != null && wanted.filter(name -> !name.equals(actual)).isPresent()) {
      throw new IllegalArgumentException(
          "These probes belong to container \""
              + wanted.get()
              + "\", not to \""
              + actual
              + "\". Apply them there, or to the whole workload.");
    }
  }

  private static void set(ContainerBuilder builder, ProbeKind kind, Probe probe) {
    switch (kind) {
      case STARTUP -> builder.withStartupProbe(probe);
      case LIVENESS -> builder.withLivenessProbe(probe);
      case READINESS -> builder.withReadinessProbe(probe);
    }
  }

  private static @Nullable Probe get(Container container, ProbeKind kind) {
    return switch (kind) {
      case STARTUP -> container.getStartupProbe();
      case LIVENESS -> container.getLivenessProbe();
      case READINESS -> container.getReadinessProbe();
    };
  }
}
