package dev.sonde.lint;

import dev.sonde.model.PodSpec;
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
 * <p>The findings come pod by container, and within each in the order of the rules here. All rules
 * are asked; {@link LintSettings} takes out what the user does not want to hear.
 */
public final class ProbeLint {

  private static final List<LintRule> OF_CONTAINERS =
      List.of(
          new StartBudget(),
          new JvmStart(),
          new LivenessDelay(),
          new DelayBesideStartup(),
          new LivenessEqualsReadiness(),
          new LivenessBeforeReadiness(),
          new LivenessExternal(),
          new LivenessOverallHealth(),
          new CheckDeadline(),
          new RestartLosesTraffic(),
          new TimeoutBeyondPeriod(),
          new LivenessSingleFailure(),
          new StartedInherited(),
          new JvmTimeout(),
          new LivenessTcp(),
          new HttpOnTlsPort(),
          new HostSet(),
          new PathIsUrl(),
          new BlankAtEnd(),
          new VariableUnexpanded(),
          new ProbeCredentials(),
          new RedirectTrap(),
          new ExecWithoutShell(),
          new ExecStartsJvm(),
          new ExecShortPeriod(),
          new GraceBeyondPod(),
          new PreStopBeyondGrace(),
          new HookSleepZero());

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
      check(OF_CONTAINERS, container, findings);
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
    check(OF_CONTAINERS, ContainerView.of(probes, application), findings);
    return new Findings(findings);
  }

  private static void check(List<LintRule> rules, ContainerView container, List<Finding> findings) {
    for (LintRule rule : rules) {
      rule.check(container, findings::add);
    }
  }

  /** The rules that are asked of one pod; the catalogue is compared with them. */
  static List<String> ruleIds() {
    return Stream.concat(
            OfManifests.OF_PODS.stream().map(PodLintRule::rule),
            Stream.of(OfManifests.OF_CONTAINERS, OF_CONTAINERS)
                .flatMap(List::stream)
                .map(LintRule::rule))
        .map(rule -> rule.id())
        .toList();
  }
}
