package dev.sonde.manifests.fabric8;

import dev.sonde.model.ProbeSet;
import io.fabric8.kubernetes.api.builder.Editable;
import io.fabric8.kubernetes.api.builder.Visitable;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds the one pod spec inside whatever fabric8 object there is. */
final class PodSpecs {

  private PodSpecs() {}

  static void edit(ProbeSet probes, Visitable<?> builder, WorkloadNames names) {
    names.refuseStranger(probes.container().workload());
    PodSpecBuilder spec = only(builder, names);
    PodContainers containers = containers(spec, names);
    Container container = containers.referred(probes.container());
    Container edited = ContainerEdit.apply(probes, container);
    containers.refuseOtherPolicy(container, edited);
    spec.withContainers(replaced(spec.buildContainers(), container, edited));
    spec.withInitContainers(replaced(spec.buildInitContainers(), container, edited));
    boolean alone = spec.buildContainers().size() + spec.buildInitContainers().size() == 1;
    probes
        .termination()
        .gracePeriodIn(gracePeriod(spec.getTerminationGracePeriodSeconds()), alone)
        .ifPresent(spec::withTerminationGracePeriodSeconds);
  }

  private static OptionalLong gracePeriod(@Nullable Long seconds) {
    return seconds == null ? OptionalLong.empty() : OptionalLong.of(seconds);
  }

  static PodContainers containers(HasMetadata workload, WorkloadNames names) {
    if (workload instanceof Editable<?> editable
        && editable.edit() instanceof Visitable<?> builder) {
      return containers(only(builder, names), names);
    }
    throw noPodSpec(names);
  }

  private static PodContainers containers(PodSpecBuilder spec, WorkloadNames names) {
    return new PodContainers(names, spec.buildContainers(), spec.buildInitContainers());
  }

  private static PodSpecBuilder only(Visitable<?> builder, WorkloadNames names) {
    List<PodSpecBuilder> specs = new ArrayList<>();
    builder.accept(PodSpecBuilder.class, specs::add);
    if (specs.size() == 1) {
      return specs.get(0);
    }
    throw specs.isEmpty() ? noPodSpec(names) : severalPodSpecs(names, specs.size());
  }

  private static List<Container> replaced(List<Container> all, Container old, Container edited) {
    return all.stream()
        .map(container -> Objects.equals(container.getName(), old.getName()) ? edited : container)
        .toList();
  }

  private static IllegalArgumentException noPodSpec(WorkloadNames names) {
    return new IllegalArgumentException(
        names.text() + " has no pod spec. Probes go into a workload such as a Deployment.");
  }

  private static IllegalArgumentException severalPodSpecs(WorkloadNames names, int count) {
    return new IllegalArgumentException(
        names.text()
            + " has "
            + count
            + " pod specs. Apply the probes to each workload by itself.");
  }
}
