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
 * @param restartPolicy the container's own policy, not the pod's
 * @param restartPolicyRules for which exit codes the container is restarted all the same
 * @param ports the ports that it declares
 * @param lifecycle its hooks
 * @param probes its probes; one written without content is a probe with nothing set, one written as
 *     {@code null} is none
 */
public record ContainerSpec(
    Optional<String> name,
    Optional<String> restartPolicy,
    List<RestartRule> restartPolicyRules,
    List<ContainerPort> ports,
    Optional<Lifecycle> lifecycle,
    Map<ProbeKind, Probe> probes) {

  /** The policy that makes an init container a sidecar. */
  public static final String RESTART_ALWAYS = "Always";

  /** Copies the lists and maps, so that the value stays what it was. */
  public ContainerSpec {
    restartPolicyRules = List.copyOf(restartPolicyRules);
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
        Optional.of(name), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of());
  }

  /**
   * {@return a container with the name, the ports, the probes and the hook of a set}
   *
   * @param probes the set
   */
  public static ContainerSpec of(ProbeSet probes) {
    return new ContainerSpec(
        probes.container().name(),
        Optional.empty(),
        List.of(),
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
    return new ContainerSpec(
        name, Optional.of(policy), restartPolicyRules, ports, lifecycle, probes);
  }

  /**
   * {@return this container as the API server of a release keeps it: without what it drops}
   *
   * @param kind its role in the pod
   * @param release such as 1.34, which drops policies that only newer ones follow
   */
  public ContainerSpec keptIn(ContainerKind kind, KubernetesVersion release) {
    if (FeatureGate.CONTAINER_RESTART_RULES.in(release) != FeatureGate.State.OFF) {
      return this;
    }
    Optional<String> kept =
        kind == ContainerKind.INIT || kind == ContainerKind.SIDECAR
            ? restartPolicy.filter(RESTART_ALWAYS::equals)
            : Optional.empty();
    return new ContainerSpec(name, kept, List.of(), ports, lifecycle, probes);
  }

  /**
   * {@return this container with these rules in place of its own}
   *
   * @param rules for which exit codes it is restarted all the same
   */
  public ContainerSpec withRestartPolicyRules(RestartRule... rules) {
    return new ContainerSpec(name, restartPolicy, List.of(rules), ports, lifecycle, probes);
  }

  /**
   * {@return this container with these ports in place of its own}
   *
   * @param ports what it declares
   */
  public ContainerSpec withPorts(ContainerPort... ports) {
    return new ContainerSpec(
        name, restartPolicy, restartPolicyRules, List.of(ports), lifecycle, probes);
  }

  /**
   * {@return this container with these hooks in place of its own}
   *
   * @param lifecycle the hooks
   */
  public ContainerSpec withLifecycle(Lifecycle lifecycle) {
    return new ContainerSpec(
        name, restartPolicy, restartPolicyRules, ports, Optional.of(lifecycle), probes);
  }

  /**
   * {@return this container with another probe of that kind}
   *
   * @param kind which of the three
   * @param probe what it shall be
   */
  public ContainerSpec with(ProbeKind kind, Probe probe) {
    EnumMap<ProbeKind, Probe> more = new EnumMap<>(ProbeKind.class);
    more.putAll(probes);
    more.put(kind, probe);
    return new ContainerSpec(name, restartPolicy, restartPolicyRules, ports, lifecycle, more);
  }

  /**
   * {@return the probe of the given kind, if it is set}
   *
   * @param kind which of the three
   */
  public Optional<Probe> probe(ProbeKind kind) {
    return Optional.ofNullable(probes.get(kind));
  }

  /** {@return the hook that runs before the container is stopped, if it is set} */
  public Optional<LifecycleHook> preStop() {
    return lifecycle.flatMap(Lifecycle::preStop);
  }

  /** Tells whether the container's own restart policy is {@value #RESTART_ALWAYS}. */
  public boolean restartsAlways() {
    return restartPolicy.filter(RESTART_ALWAYS::equals).isPresent();
  }
}
