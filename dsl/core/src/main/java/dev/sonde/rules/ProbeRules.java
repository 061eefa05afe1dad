package dev.sonde.rules;

import static dev.sonde.model.ProbeKind.LIVENESS;

import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The API server's verdict on a probe: the same findings, in the same number and order, on the same
 * field paths. What was not written has Kubernetes' default before it is judged, and so has a 0
 * that means "default".
 */
public final class ProbeRules {

  private static final FindingSubject THE_CONTAINER = () -> "the container";

  private ProbeRules() {}

  /**
   * {@return what the API server says about one probe} The paths begin with the probe's own field,
   * such as {@code livenessProbe}.
   *
   * @param kind which of the three it is
   * @param probe the probe
   */
  public static Findings validate(ProbeKind kind, Probe probe) {
    FindingCollector report = new FindingCollector();
    check(kind, probe, FieldPath.of(kind.fieldName()), FindingSubject.probe(kind), report);
    return report.findings();
  }

  /**
   * {@return what the API server says about a container's ports, probes, hook and restart policy}
   * The paths begin with the container's own fields, such as {@code livenessProbe}. The findings
   * come in the API server's order: ports, lifecycle, liveness, readiness, startup, restart policy;
   * then comes the stop signal. An unset grace period is Kubernetes' own.
   *
   * @param probes the probes
   */
  public static Findings validate(ProbeSet probes) {
    return probesAndHook(probes).and(new Findings(stopSignal(probes).stream().toList()));
  }

  /**
   * {@return what is wrong with the signal that stops the container}
   *
   * @param probes the container's probes
   */
  public static Optional<Finding> stopSignal(ProbeSet probes) {
    return probes
        .termination()
        .stopSignal()
        .flatMap(signal -> StopSignalChecks.inCode(signal, container(probes)));
  }

  /**
   * {@return what the API server of the newest release says about the container's own restart
   * policy and its rules}
   *
   * @param probes the container's probes
   */
  public static Findings restart(ProbeSet probes) {
    FindingCollector report = new FindingCollector();
    if (probes.restart().isWritten()) {
      new RestartChecks(
              ContainerSpec.of(probes),
              FieldPath.ROOT,
              container(probes),
              KubernetesVersion.DEFAULT,
              report)
          .checkMain();
    }
    return report.findings();
  }

  private static FindingSubject container(ProbeSet probes) {
    Optional<String> name = probes.container().name();
    return name.isPresent()
        ? FindingSubject.container(ContainerKind.MAIN, name, FieldPath.ROOT)
        : THE_CONTAINER;
  }

  private static Findings probesAndHook(ProbeSet probes) {
    if (probes.container().name().isPresent()) {
      return ContainerVerdict.validate(
          ContainerKind.MAIN,
          ContainerSpec.of(probes),
          probes.termination().effectiveTerminationGracePeriodSeconds(),
          FieldPath.ROOT,
          KubernetesVersion.DEFAULT);
    }
    FindingCollector report = new FindingCollector();
    PortRules.checkDeclared(probes.ports(), FieldPath.ROOT, THE_CONTAINER, report);
    probes
        .termination()
        .preStop()
        .ifPresent(
            hook ->
                ContainerVerdict.checkHook(
                    hook,
                    FieldPath.of("lifecycle", "preStop"),
                    FindingSubject.hook("preStop"),
                    PodLimits.newest(probes.termination().effectiveTerminationGracePeriodSeconds()),
                    report));
    for (ProbeKind kind : ContainerVerdict.API_SERVER_ORDER) {
      probes
          .probe(kind)
          .ifPresent(
              probe ->
                  check(
                      kind,
                      probe,
                      FieldPath.of(kind.fieldName()),
                      FindingSubject.probe(kind),
                      report));
    }
    return report.findings().and(restart(probes));
  }

  static void check(
      ProbeKind kind,
      Probe probe,
      FieldPath path,
      FindingSubject subject,
      FindingCollector report) {
    new ActionRules(path, subject, PodLimits.newest(0), report)
        .check(probe.handlers(), ActionType.OF_PROBES);
    for (ProbeField field : ProbeField.values()) {
      checkLeast(field, probe, path, subject, report);
    }
    for (ProbeField field : ProbeField.values()) {
      if (!field.suits(kind) && !probe.effective(field).equals(field.defaultValue())) {
        report.add(misplaced(field, kind, probe, path, subject));
      }
    }
  }

  private static void checkLeast(
      ProbeField field,
      Probe probe,
      FieldPath path,
      FindingSubject subject,
      FindingCollector report) {
    OptionalLong number = probe.effective(field);
    if (number.isEmpty() || number.getAsLong() >= field.least()) {
      return;
    }
    FieldPath place = path.field(field.fieldName());
    String what = text(field, number.getAsLong(), subject);
    report.add(
        field.least() == 0
            ? ApiRules.NEGATIVE_NUMBER.finding(
                place,
                what + " is negative.",
                "Write a positive number, or remove it to use Kubernetes' default.")
            : ApiRules.GRACE_PERIOD_POSITIVE.finding(
                place,
                what + " must be at least " + field.least() + ".",
                "Raise it, or remove it to use the pod's."));
  }

  private static Finding misplaced(
      ProbeField field, ProbeKind kind, Probe probe, FieldPath path, FindingSubject subject) {
    FieldPath place = path.field(field.fieldName());
    String what = text(field, probe.effective(field).orElseThrow(), subject);
    return switch (field) {
      case SUCCESS_THRESHOLD ->
          (kind == LIVENESS
                  ? ApiRules.LIVENESS_SUCCESS_THRESHOLD
                  : ApiRules.STARTUP_SUCCESS_THRESHOLD)
              .finding(
                  place,
                  what
                      + " must be 1: Kubernetes rejects other values for liveness and startup"
                      + " probes.",
                  "Remove it, or make it a readiness probe.");
      case TERMINATION_GRACE_PERIOD_SECONDS ->
          ApiRules.READINESS_GRACE_PERIOD.finding(
              place, what + " is not allowed: its failure stops no container.", "Remove it.");
      case INITIAL_DELAY_SECONDS, TIMEOUT_SECONDS, PERIOD_SECONDS, FAILURE_THRESHOLD ->
          throw new IllegalStateException(field + " suits probes of every kind.");
    };
  }

  private static String text(ProbeField field, long number, FindingSubject subject) {
    return field.fieldName() + " = " + number + " of " + subject.words();
  }
}
