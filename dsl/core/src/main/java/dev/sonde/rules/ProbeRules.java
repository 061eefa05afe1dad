package dev.sonde.rules;

import static dev.sonde.model.ProbeKind.LIVENESS;
import static dev.sonde.model.ProbeKind.READINESS;
import static dev.sonde.model.ProbeKind.STARTUP;

import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.Timing;

/**
 * The API server's verdict on a probe: the same findings, in the same number and order, on the same
 * field paths. What was not written has Kubernetes' default before it is judged, and so has a 0
 * that means "default".
 */
public final class ProbeRules {

  private static final String HANDLERS = "httpGet, tcpSocket, exec and grpc";

  private ProbeRules() {}

  /**
   * {@return what the API server says about one probe} The paths begin with the probe's own field,
   * such as {@code livenessProbe}.
   *
   * @param kind which of the three it is
   * @param probe the probe
   */
  public static Findings validate(ProbeKind kind, Probe probe) {
    Report report = new Report();
    check(kind, probe, FieldPath.of(kind.fieldName()), Subject.probe(kind), report);
    return report.findings();
  }

  /**
   * {@return what the API server says about a container's probes and hook} The paths begin with the
   * container's own fields, such as {@code livenessProbe}. The findings come in the API server's
   * order: lifecycle, liveness, readiness, startup. An unset grace period is Kubernetes' own.
   *
   * @param probes the probes
   */
  public static Findings validate(ProbeSet probes) {
    if (probes.container().name().isPresent()) {
      return ContainerRules.validate(
          ContainerKind.MAIN,
          ContainerSpec.of(probes),
          probes.termination().effectiveTerminationGracePeriodSeconds(),
          FieldPath.ROOT);
    }
    Report report = new Report();
    probes
        .termination()
        .preStop()
        .ifPresent(
            hook ->
                ContainerRules.checkHook(
                    hook,
                    FieldPath.of("lifecycle", "preStop"),
                    Subject.hook("preStop"),
                    probes.termination().effectiveTerminationGracePeriodSeconds(),
                    report));
    for (ProbeKind kind : ContainerRules.API_SERVER_ORDER) {
      probes
          .probe(kind)
          .ifPresent(
              probe ->
                  check(kind, probe, FieldPath.of(kind.fieldName()), Subject.probe(kind), report));
    }
    return report.findings();
  }

  static void check(ProbeKind kind, Probe probe, FieldPath path, Subject subject, Report report) {
    new ActionRules(path, subject, 0, report).check(probe.handlers(), HANDLERS);
    checkNumbers(probe.timing(), path, subject, report);
    checkGracePeriod(kind, probe, path, subject, report);
    if (kind == LIVENESS || kind == STARTUP) {
      checkSuccessThreshold(kind, probe.timing().successThreshold(), path, subject, report);
    }
  }

  private static void checkNumbers(Timing timing, FieldPath path, Subject subject, Report report) {
    checkNumber("initialDelaySeconds", timing.initialDelaySeconds(), path, subject, report);
    checkNumber("timeoutSeconds", timing.timeoutSeconds(), path, subject, report);
    checkNumber("periodSeconds", timing.periodSeconds(), path, subject, report);
    checkNumber("successThreshold", timing.successThreshold(), path, subject, report);
    checkNumber("failureThreshold", timing.failureThreshold(), path, subject, report);
  }

  private static void checkNumber(
      String field, int value, FieldPath path, Subject subject, Report report) {
    if (value < 0) {
      report.add(
          ApiRules.NEGATIVE_NUMBER.finding(
              path.field(field),
              field + " = " + value + " of " + subject.words() + " is negative.",
              "Write a positive number, or remove it to use Kubernetes' default."));
    }
  }

  private static void checkGracePeriod(
      ProbeKind kind, Probe probe, FieldPath path, Subject subject, Report report) {
    if (probe.terminationGracePeriodSeconds().isEmpty()) {
      return;
    }
    long seconds = probe.terminationGracePeriodSeconds().getAsLong();
    FieldPath field = path.field("terminationGracePeriodSeconds");
    if (seconds <= 0) {
      report.add(
          ApiRules.GRACE_PERIOD_POSITIVE.finding(
              field,
              "terminationGracePeriodSeconds = "
                  + seconds
                  + " of "
                  + subject.words()
                  + " must be at least 1.",
              "Raise it, or remove it to use the pod's."));
    }
    if (kind == READINESS) {
      report.add(
          ApiRules.READINESS_GRACE_PERIOD.finding(
              field,
              "terminationGracePeriodSeconds = "
                  + seconds
                  + " of "
                  + subject.words()
                  + " is not allowed: its failure stops no container.",
              "Remove it."));
    }
  }

  private static void checkSuccessThreshold(
      ProbeKind kind, int value, FieldPath path, Subject subject, Report report) {
    if (value == Timing.DEFAULT_SUCCESS_THRESHOLD) {
      return;
    }
    Rule rule =
        kind == LIVENESS ? ApiRules.LIVENESS_SUCCESS_THRESHOLD : ApiRules.STARTUP_SUCCESS_THRESHOLD;
    report.add(
        rule.finding(
            path.field("successThreshold"),
            "successThreshold = "
                + value
                + " of "
                + subject.words()
                + " must be 1: Kubernetes rejects other values for liveness and startup probes.",
            "Remove it, or make it a readiness probe."));
  }
}
