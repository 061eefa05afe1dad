package dev.sonde.model;

import dev.sonde.release.FeatureGate;
import dev.sonde.release.KubernetesVersion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What concerns probes in a container of a manifest, as it was written.
 *
 * @param name the container's name
 * @param restart when it is restarted, apart from what the pod says
 * @param ports the ports that it declares
 * @param lifecycle its hooks
 * @param probes its probes; one written without content is a probe with nothing set, one written as
 *     {@code null} is none
 */
public record ContainerSpec(
    Optional<String> name,
    ContainerRestart restart,
    List<ContainerPort> ports,
    Optional<Lifecycle> lifecycle,
    Map<ProbeKind, Probe> probes) {

  /** The policy that makes an init container a sidecar. */
  public static final String RESTART_ALWAYS = "Always";

  /** Copies the lists and maps, so that the value stays what it was. */
  public ContainerSpec {
    ports = List.copyOf(ports);
    EnumMap<ProbeKind, Probe> ordered = new EnumMap<>(ProbeKind.class);
    ordered.putAll(probes);
    probes = Collections.unmodifiableMap(ordered);
  }

  /**
   * {@return a container of that name with nothing else}
   *
   * @param name the container's name
   */
  public static ContainerSpec named(String name) {
    return new ContainerSpec(
        Optional.of(name), ContainerRestart.OF_POD, List.of(), Optional.empty(), Map.of());
  }

  /**
   * {@return a container with what a set says}
   *
   * @param probes the set
   */
  public static ContainerSpec of(ProbeSet probes) {
    return new ContainerSpec(
        probes.container().name(),
        probes.restart(),
        probes.ports(),
        probes.termination().lifecycle(),
        probes.probes());
  }

  /**
   * {@return this container with a restart policy of its own}
   *
   * @param policy such as {@value #RESTART_ALWAYS}
   */
  public ContainerSpec withRestartPolicy(String policy) {
    return with(new ContainerRestart(Optional.of(policy), restart.rules()));
  }

  /**
   * {@return this container as the API server of a release keeps it: without what it drops}
   *
   * @param kind its role in the pod
   * @param release such as 1.34, which drops policies that only newer ones follow
   */
  public ContainerSpec keptIn(ContainerKind kind, KubernetesVersion release) {
    if (!restart.isWritten()
        || FeatureGate.CONTAINER_RESTART_RULES.in(release) != FeatureGate.State.OFF) {
      return this;
    }
    Optional<String> kept =
        kind == ContainerKind.INIT || kind == ContainerKind.SIDECAR
            ? restart.policy().filter(RESTART_ALWAYS::equals)
            : Optional.empty();
    return with(new ContainerRestart(kept, List.of()));
  }

  /**
   * {@return this container with these rules in place of its own}
   *
   * @param rules for which exit codes it is restarted anyway
   */
  public ContainerSpec withRestartPolicyRules(RestartRule... rules) {
    return with(new ContainerRestart(restart.policy(), List.of(rules)));
  }

  private ContainerSpec with(ContainerRestart other) {
    return new ContainerSpec(name, other, ports, lifecycle, probes);
  }

  /**
   * {@return this container with these ports in place of its own}
   *
   * @param ports what it declares
   */
  public ContainerSpec withPorts(ContainerPort... ports) {
    return new ContainerSpec(name, restart, List.of(ports), lifecycle, probes);
  }

  /**
   * {@return this container with these hooks in place of its own}
   *
   * @param lifecycle the hooks
   */
  public ContainerSpec withLifecycle(Lifecycle lifecycle) {
    return new ContainerSpec(name, restart, ports, Optional.of(lifecycle), probes);
  }

  /**
   * {@return this container with another probe of that kind}
   *
   * @param kind which of the three
   * @param probe what it should be
   */
  public ContainerSpec with(ProbeKind kind, Probe probe) {
    EnumMap<ProbeKind, Probe> more = new EnumMap<>(ProbeKind.class);
    more.putAll(probes);
    more.put(kind, probe);
    return new ContainerSpec(name, restart, ports, lifecycle, more);
  }

  /**
   * {@return the probe of the given kind, if it is set}
   *
   * @param kind which of the three
   */
  public Optional<Probe> probe(ProbeKind kind) {
    return Optional.ofNullable(probes.get(kind));
  }

  /** {@return the container's own restart policy, not the pod's} */
  public Optional<String> restartPolicy() {
    return restart.policy();
  }

  /** {@return for which exit codes it is restarted anyway} */
  public List<RestartRule> restartPolicyRules() {
    return restart.rules();
  }

  /** {@return the hook that runs before the container is stopped, if it is set} */
  public Optional<LifecycleHook> preStop() {
    return lifecycle.flatMap(Lifecycle::preStop);
  }

  /** Tells whether the container's own restart policy is {@value #RESTART_ALWAYS}. */
  public boolean restartsAlways() {
    return restart.policy().filter(RESTART_ALWAYS::equals).isPresent();
  }
}
