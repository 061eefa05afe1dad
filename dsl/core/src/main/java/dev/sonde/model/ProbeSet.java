package dev.sonde.model;

import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probes of one container, at most one of each kind, and how it is stopped and restarted.
 *
 * @param container the container they belong to
 * @param ports the ports that the probes need the container to declare, such as the health port
 * @param startup the startup probe
 * @param liveness the liveness probe
 * @param readiness the readiness probe
 * @param termination the preStop hook, the stop signal and the grace period
 * @param restart the container's own restart policy and its rules
 * @param checks the names of the checks that the application asks for a probe, where that is known;
 *     an empty list is a probe that succeeds as long as the application answers
 */
public record ProbeSet(
    ContainerRef container,
    List<ContainerPort> ports,
    Optional<Probe> startup,
    Optional<Probe> liveness,
    Optional<Probe> readiness,
    TerminationTiming termination,
    ContainerRestart restart,
    Map<ProbeKind, List<String>> checks) {

  /** Copies the collections, so that the value stays what it was. */
  public ProbeSet {
    ports = List.copyOf(ports);
    Map<ProbeKind, List<String>> copy = new EnumMap<>(ProbeKind.class);
    checks.forEach((kind, names) -> copy.put(kind, List.copyOf(names)));
    checks = Collections.unmodifiableMap(copy);
  }

  /**
   * {@return an empty set of probes for the container of that name}
   *
   * @param name the container's name
   */
  public static ProbeSet forContainer(String name) {
    return forContainer(ContainerRef.named(name));
  }

  /**
   * {@return an empty set of probes for a container}
   *
   * @param container the container they will belong to
   */
  public static ProbeSet forContainer(ContainerRef container) {
    return new ProbeSet(
        container,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TerminationTiming.DEFAULT,
        ContainerRestart.OF_POD,
        Map.of());
  }

  /** {@return an empty set of probes for the only container of a workload} */
  public static ProbeSet forOnlyContainer() {
    return forContainer(ContainerRef.ONLY);
  }

  /**
   * {@return these probes with another startup probe}
   *
   * @param spec what the startup probe should be
   */
  public ProbeSet startup(StartupSpec spec) {
    return with(ProbeKind.STARTUP, spec.startupProbe());
  }

  /**
   * {@return these probes with another liveness probe}
   *
   * @param spec what the liveness probe should be
   */
  public ProbeSet liveness(LivenessSpec spec) {
    return with(ProbeKind.LIVENESS, spec.livenessProbe());
  }

  /**
   * {@return these probes with another readiness probe}
   *
   * @param spec what the readiness probe should be
   */
  public ProbeSet readiness(ReadinessSpec spec) {
    return with(ProbeKind.READINESS, spec.readinessProbe());
  }

  /**
   * {@return these probes with another one of the given kind, legal or not}
   *
   * @param kind which of the three
   * @param probe what it should be
   */
  public ProbeSet with(ProbeKind kind, Probe probe) {
    return new ProbeSet(
        container,
        ports,
        kind == ProbeKind.STARTUP ? Optional.of(probe) : startup,
        kind == ProbeKind.LIVENESS ? Optional.of(probe) : liveness,
        kind == ProbeKind.READINESS ? Optional.of(probe) : readiness,
        termination,
        restart,
        checks);
  }

  /** {@return these probes, asking ports by number where the number of the name is known} */
  public ProbeSet withNumberedPorts() {
    ProbeSet numbered = this;
    for (Map.Entry<ProbeKind, Probe> entry : probes().entrySet()) {
      List<Handler> handlers =
          entry.getValue().handlers().stream()
              .map(handler -> handler.withPort(port -> port.resolved(ports)))
              .toList();
      numbered = numbered.with(entry.getKey(), entry.getValue().withHandlers(handlers));
    }
    return numbered;
  }

  /**
   * {@return these probes for a container that declares one more port}
   *
   * @param port the port
   */
  public ProbeSet with(ContainerPort port) {
    List<ContainerPort> more = new ArrayList<>(ports);
    more.add(port);
    return withPorts(more);
  }

  /**
   * {@return these probes for a container that declares these ports}
   *
   * @param others the ports in place of those that it declares
   */
  public ProbeSet withPorts(List<ContainerPort> others) {
    return new ProbeSet(
        container, others, startup, liveness, readiness, termination, restart, checks);
  }

  /**
   * {@return these probes for another container}
   *
   * @param other the container
   */
  public ProbeSet in(ContainerRef other) {
    return new ProbeSet(other, ports, startup, liveness, readiness, termination, restart, checks);
  }

  /**
   * {@return these probes without the one of that kind}
   *
   * @param kind which of the three
   */
  public ProbeSet without(ProbeKind kind) {
    return new ProbeSet(
        container,
        ports,
        kind == ProbeKind.STARTUP ? Optional.empty() : startup,
        kind == ProbeKind.LIVENESS ? Optional.empty() : liveness,
        kind == ProbeKind.READINESS ? Optional.empty() : readiness,
        termination,
        restart,
        checks);
  }

  /**
   * {@return these probes for a container that is restarted in that way}
   *
   * @param other its own policy and rules
   */
  public ProbeSet with(ContainerRestart other) {
    return new ProbeSet(container, ports, startup, liveness, readiness, termination, other, checks);
  }

  /**
   * {@return these probes for a container that is stopped in that way}
   *
   * @param other the preStop hook, the stop signal and the grace period
   */
  public ProbeSet with(TerminationTiming other) {
    return new ProbeSet(container, ports, startup, liveness, readiness, other, restart, checks);
  }

  /**
   * {@return these probes with the checks that the application asks for one of them}
   *
   * @param kind which of the three
   * @param names the names of the checks; none is a probe that asks nothing
   */
  public ProbeSet withChecks(ProbeKind kind, List<String> names) {
    Map<ProbeKind, List<String>> more = new EnumMap<>(ProbeKind.class);
    more.putAll(checks);
    more.put(kind, names);
    return new ProbeSet(container, ports, startup, liveness, readiness, termination, restart, more);
  }

  /**
   * {@return these probes for an application that stops in that way; the preStop hook and the grace
   * period follow from it; the stop signal stays}
   *
   * @param spec how it stops
   */
  public ProbeSet shutdown(ShutdownSpec spec) {
    TerminationTiming times = spec.shutdown().termination();
    return with(
        new TerminationTiming(
            times.preStop(), termination.stopSignal(), times.terminationGracePeriodSeconds()));
  }

  /**
   * {@return these probes for a container that is stopped by that signal} The JVM runs its shutdown
   * hooks at SIGTERM, SIGINT and SIGHUP. Kubernetes knows the field from 1.33 on, where the feature
   * gate {@code ContainerStopSignals} is off by default; the pod needs {@code spec.os.name}.
   *
   * @param signal such as {@code SIGINT}; unset, the image decides, else it is SIGTERM
   */
  public ProbeSet stopSignal(String signal) {
    return with(termination.withStopSignal(signal));
  }

  /**
   * {@return these probes for a container with a restart policy of its own, whatever the pod's is}
   * A probe's kill looks at the policy and not at the rules. Kubernetes has it from 1.35 on; 1.34
   * drops it, older releases refuse it.
   *
   * @param policy {@code Always}, {@code OnFailure} or {@code Never}
   * @param rules for which exit codes the container is restarted anyway, at most 20; the first that
   *     holds decides
   */
  public ProbeSet restartPolicy(String policy, RestartRule... rules) {
    return with(new ContainerRestart(Optional.of(policy), List.of(rules)));
  }

  /**
   * {@return the probe of the given kind, if it is set}
   *
   * @param kind which of the three
   */
  public Optional<Probe> probe(ProbeKind kind) {
    return switch (kind) {
      case STARTUP -> startup;
      case LIVENESS -> liveness;
      case READINESS -> readiness;
    };
  }

  /** {@return the probes that are set, in the order of {@link ProbeKind}; not to be changed} */
  public Map<ProbeKind, Probe> probes() {
    Map<ProbeKind, Probe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      probe(kind).ifPresent(probe -> probes.put(kind, probe));
    }
    return Collections.unmodifiableMap(probes);
  }

  /**
   * {@return how long the application may take until it answers for the first time: the time that
   * it has in any case, and the time after which it is restarted in any case; unset where nothing
   * restarts it for that} By the startup probe, or the liveness probe where there is none.
   */
  public Optional<TimeRange> startupBudget() {
    TimingAnswers answers = TimingAnswers.of(this);
    return answers
        .startGuaranteed()
        .flatMap(least -> answers.startAtMost().map(most -> new TimeRange(least, most)));
  }

  /**
   * {@return from a hang of the application until the kubelet starts it again for the first time;
   * unset where nothing restarts it for that, for want of a liveness probe or because it is a
   * {@code tcpSocket} probe, which does not notice a hang} At best it stops as soon as it gets
   * {@code SIGTERM}, at worst it uses up its grace period.
   */
  public Optional<TimeRange> timeToRestart() {
    return TimingAnswers.of(this).hangToRestart();
  }

  /**
   * {@return from a hang of the application until the pod is not ready; unset without readiness
   * probe, and with a {@code tcpSocket} probe, which does not notice a hang} Traffic ceases once
   * the network has learned of it, a second or so later.
   */
  public Optional<TimeRange> timeToTrafficRemoved() {
    return TimingAnswers.of(this).hangToNoTraffic();
  }

  /**
   * {@return the longest from the container's start until it is ready}
   *
   * @param wellAfter when the application itself is well, from the container's start
   */
  public Duration timeToReady(Duration wellAfter) {
    return TimingAnswers.of(this).startToReady(wellAfter);
  }

  /**
   * {@return the longest from a recovery of the application until the pod is ready again; unset
   * without readiness probe}
   */
  public Optional<Duration> timeToReadyAgain() {
    return TimingAnswers.of(this).recoveryToTraffic();
  }

  /** {@return these probes as the API server stores them, see {@link Probe#withDefaults()}} */
  public ProbeSet withDefaults() {
    return new ProbeSet(
        container,
        ports,
        startup.map(Probe::withDefaults),
        liveness.map(Probe::withDefaults),
        readiness.map(Probe::withDefaults),
        termination,
        restart,
        checks);
  }

  /**
   * {@return the fields that belong in a container: {@code startupProbe}, {@code livenessProbe},
   * {@code readinessProbe}, {@code lifecycle}, {@code restartPolicy} and {@code
   * restartPolicyRules}, in this order, those that are set} The grace period is not among them: it
   * is a field of the pod.
   */
  public YamlMap toFields() {
    YamlMap.Builder fields = YamlMap.builder();
    probes().forEach((kind, probe) -> fields.put(kind.fieldName(), probe.toFields()));
    return fields.putAll(termination.containerFields()).putAll(restart.toFields()).build();
  }

  /**
   * {@return the probe blocks, and what else is set, as they are in a container of a manifest, not
   * indented}
   *
   * <p>What was set is written, also where it equals Kubernetes' default; what was not is left out.
   * {@code withDefaults().toYaml()} writes every value that will be in force. A set without a probe
   * gives <code>{}</code>.
   */
  public String toYaml() {
    return Yaml.write(toFields());
  }
}
