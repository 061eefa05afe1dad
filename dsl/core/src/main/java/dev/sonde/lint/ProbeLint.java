package dev.sonde.lint;

import dev.sonde.model.Exec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives advice on probes. What Kubernetes refuses is not repeated here: {@code dev.sonde.rules}
 * says that.
 *
 * <p>The findings come pod by container, and within each in the order of the rules here. All that
 * may find something are asked; {@link LintSettings} takes out what the user does not want to hear.
 */
public final class ProbeLint {

  private ProbeLint() {}

  /** What only a manifest can answer; never loaded for code. */
  private static final class OfManifests {

    static final List<PodLintRule> OF_PODS =
        List.of(
            new ReadinessMissing(),
            new LivenessMissing(),
            new RestartNever(),
            new ReadinessOfJob());

    static final List<LintRule> OF_CONTAINERS =
        List.of(
            new StartupMissing(),
            new JvmCpuLimit(),
            new ProgressDeadline(),
            new PortUndeclared(),
            new PortNumberUndeclared(),
            new PortWithoutTcp(),
            new ProgramNotInImage());

    private OfManifests() {}
  }

  /**
   * {@return advice on the probes of a pod, with all that is around them in its text}
   *
   * @param pod the pod, or a workload's pod template
   * @param path the way to it, such as {@code spec.template.spec}
   * @param surroundings what else is known
   */
  public static Findings check(PodSpec pod, FieldPath path, PodContext surroundings) {
    List<Finding> findings = new ArrayList<>();
    PodView view = PodView.of(pod, path, surroundings);
    for (PodLintRule rule : OfManifests.OF_PODS) {
      rule.check(view, findings::add);
    }
    for (ContainerView container : view.containers()) {
      check(OfManifests.OF_CONTAINERS, container, findings);
      if (!container.context().measured().isEmpty()) {
        MeasuredNumbers.check(container, findings::add);
      }
      check(thatMayFind(container), container, findings);
    }
    return new Findings(findings);
  }

  /**
   * {@return advice on probes that are known without the pod around them, as in code} The paths
   * begin with the probes' own fields, such as {@code livenessProbe}. What only a manifest can
   * answer is not asked: which probes there are besides, which ports are declared, the image and
   * its limits, the pod's grace period where the probes do not set it.
   *
   * @param probes the probes
   * @param application what the code says about itself
   */
  public static Findings check(ProbeSet probes, ApplicationFacts application) {
    List<Finding> findings = new ArrayList<>();
    ContainerView container = ContainerView.of(probes, application);
    check(thatMayFind(container), container, findings);
    return new Findings(findings);
  }

  /**
   * {@return what was measured of the containers of a pod, under their own limits, beside their
   * numbers} {@link #check(PodSpec, FieldPath, PodContext)} has what rules say about it.
   *
   * @param pod the pod, or a workload's pod template
   * @param path the way to it, such as {@code spec.template.spec}
   * @param surroundings what else is known
   */
  public static List<JudgedSeries> measured(PodSpec pod, FieldPath path, PodContext surroundings) {
    boolean any =
        surroundings.containers().values().stream().anyMatch(one -> !one.measured().isEmpty());
    List<ContainerView> containers =
        any ? PodView.of(pod, path, surroundings).containers() : List.of();
    return containers.stream()
        .flatMap(container -> MeasuredNumbers.judge(container).stream())
        .toList();
  }

  private static void check(List<LintRule> rules, ContainerView container, List<Finding> findings) {
    for (LintRule rule : rules) {
      rule.check(container, findings::add);
    }
  }

  private static List<LintRule> thatMayFind(ContainerView container) {
    boolean exec = false;
    for (ActionView view : container.actions()) {
      exec |= view.action() instanceof Exec;
    }
    return ofContainers(
        container.has(ProbeKind.STARTUP),
        container.has(ProbeKind.LIVENESS),
        exec,
        container.spec().lifecycle().isPresent());
  }

  /**
   * The rules that may find something, in order. The others are not even loaded: inside a compiler,
   * loading a class takes longer than asking it.
   */
  private static List<LintRule> ofContainers(
      boolean startup, boolean liveness, boolean exec, boolean hooks) {
    List<LintRule> rules = new ArrayList<>();
    if (startup || liveness) {
      rules.add(new StartBudget());
    }
    if (liveness) {
      rules.addAll(List.of(new JvmStart(), new LivenessDelay()));
    }
    if (startup) {
      rules.add(new DelayBesideStartup());
    }
    if (liveness) {
      rules.addAll(
          List.of(
              new LivenessEqualsReadiness(),
              new LivenessBeforeReadiness(),
              new LivenessExternal(),
              new LivenessOverallHealth()));
    }
    rules.addAll(
        List.of(new CheckDeadline(), new RestartLosesTraffic(), new TimeoutBeyondPeriod()));
    if (liveness) {
      rules.addAll(
          List.of(
              new LivenessSingleFailure(),
              new StartedInherited(),
              new JvmTimeout(),
              new LivenessTcp()));
    }
    rules.addAll(List.of(new HttpOnTlsPort(), new HostSet(), new PathIsUrl(), new BlankAtEnd()));
    rules.addAll(List.of(new VariableUnexpanded(), new ProbeCredentials(), new RedirectTrap()));
    if (exec) {
      rules.addAll(List.of(new ExecWithoutShell(), new ExecStartsJvm(), new ExecShortPeriod()));
    }
    if (startup || liveness) {
      rules.add(new GraceBeyondPod());
    }
    if (hooks) {
      rules.addAll(List.of(new PreStopBeyondGrace(), new HookSleepZero(), new StopSignal()));
    }
    return rules;
  }

  /** The rules that are asked of one pod; the catalogue is compared with them. */
  static List<String> ruleIds() {
    return Stream.concat(
            OfManifests.OF_PODS.stream().map(PodLintRule::rule),
            Stream.of(OfManifests.OF_CONTAINERS, ofContainers(true, true, true, true))
                .flatMap(List::stream)
                .map(LintRule::rule))
        .map(rule -> rule.id())
        .toList();
  }
}
