package dev.sonde.manifests.fabric8;

import dev.sonde.model.ProbeSet;
import io.fabric8.kubernetes.api.builder.Editable;
import io.fabric8.kubernetes.api.builder.VisitableBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * Puts probes into fabric8's workloads and reads them from there: whatever has one pod spec, such
 * as a {@code Deployment}, {@code StatefulSet}, {@code DaemonSet}, {@code ReplicaSet}, {@code Job},
 * {@code CronJob} or {@code Pod}, and their builders.
 *
 * <p>Applying replaces each probe and the preStop hook that the set has, as a whole, and leaves the
 * others as they are. A port that the probes need is declared unless the container declares it
 * already. A grace period goes into the pod; where the pod has other containers, a longer one
 * stays.
 *
 * <p>All methods are safe for use by several threads as long as nobody changes the fabric8 objects
 * at the same time.
 */
public final class Fabric8Workloads {

  private Fabric8Workloads() {}

  /**
   * {@return a copy of {@code workload} whose container has these probes; the workload itself stays
   * as it is}
   *
   * @param <T> the workload's own type
   * @param probes the probes, for a container by name or for the only one
   * @param workload an object with one pod spec
   * @throws IllegalArgumentException if the probes name another workload, if there is no such
   *     container, or if its ports contradict those that the probes need; the message lists what
   *     there is
   */
  public static <T extends HasMetadata> T apply(ProbeSet probes, T workload) {
    if (workload instanceof Editable<?> editable
        && editable.edit() instanceof VisitableBuilder<?, ?> builder) {
      PodSpecs.edit(probes, builder, WorkloadNames.of(workload));
      @SuppressWarnings("unchecked") // a fabric8 object's edit() gives the builder of its own type
      T edited = (T) builder.build();
      return edited;
    }
    throw new IllegalArgumentException(
        WorkloadNames.of(workload).text() + " has no pod spec to put probes into.");
  }

  /**
   * Puts probes into the pod spec that is being built.
   *
   * @param <B> the builder's own type
   * @param probes the probes, for a container by name or for the only one
   * @param builder a builder of a workload, a pod template or a pod spec; is changed
   * @return {@code builder}
   * @throws IllegalArgumentException as with a finished workload; the builder is then unchanged
   */
  public static <B extends VisitableBuilder<?, B>> B apply(ProbeSet probes, B builder) {
    WorkloadNames names =
        builder.build() instanceof HasMetadata workload
            ? WorkloadNames.of(workload)
            : WorkloadNames.NONE;
    PodSpecs.edit(probes, builder, names);
    return builder;
  }

  /**
   * {@return a copy of {@code container} with these probes; their grace period, which belongs to
   * the pod, is not in it}
   *
   * @param probes the probes; a name that they give must be the container's own
   * @param container the container
   * @throws IllegalArgumentException if the names differ or the container's ports contradict those
   *     that the probes need
   */
  public static Container apply(ProbeSet probes, Container container) {
    return ContainerEdit.apply(probes, container);
  }

  /**
   * {@return the probes of each container that may have some, containers first, then sidecars; one
   * without any probe gives an empty set} The preStop hook, the stop signal and the restart policy
   * are read with them; the grace period is the pod's and is not.
   *
   * @param workload an object with one pod spec
   * @throws IllegalArgumentException if it has no pod spec, or a probe cannot be read without loss
   */
  public static List<ProbeSet> read(HasMetadata workload) {
    PodContainers containers = PodSpecs.containers(workload, WorkloadNames.of(workload));
    return containers.probed().stream().map(containers::read).toList();
  }

  /**
   * {@return the probes of one container}
   *
   * @param workload an object with one pod spec
   * @param container the container's name
   * @throws IllegalArgumentException if there is no such container, or a probe cannot be read
   *     without loss
   */
  public static ProbeSet read(HasMetadata workload, String container) {
    PodContainers containers = PodSpecs.containers(workload, WorkloadNames.of(workload));
    return containers.read(containers.named(container));
  }
}
