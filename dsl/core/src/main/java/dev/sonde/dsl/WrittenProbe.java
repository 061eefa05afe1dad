package dev.sonde.dsl;

import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeBudget;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Findings;
import dev.sonde.rules.ProbeRules;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was written of a probe so far.
 *
 * @param probe its fields
 * @param startsWithin the time to start, of which the failure threshold is yet to be computed: the
 *     period may still change
 */
record WrittenProbe(Probe probe, Optional<Duration> startsWithin) {

  static WrittenProbe of(Handler handler) {
    return new WrittenProbe(Probe.of(handler), Optional.empty());
  }

  WrittenProbe with(UnaryOperator<Probe.Builder> change) {
    return new WrittenProbe(change.apply(probe.toBuilder()).build(), startsWithin);
  }

  WrittenProbe with(Handler handler) {
    return new WrittenProbe(probe.withHandler(handler), startsWithin);
  }

  WrittenProbe withStart(Duration wanted) {
    SetterChecks.requirePositive("startsWithin", wanted);
    if (probe.failureThreshold().isPresent()) {
      throw new IllegalStateException(
          "startsWithin computes failureThreshold, which was set to %d before. Set only one of them."
              .formatted(probe.failureThreshold().getAsInt()));
    }
    return new WrittenProbe(probe, Optional.of(wanted));
  }

  /** The probe with nothing left to compute, legal or not. */
  Probe finished() {
    return startsWithin
        .filter(wanted -> probe.timing().periodSeconds() > 0)
        .map(wanted -> probe.toBuilder().failureThreshold(failureThresholdFor(wanted)).build())
        .orElse(probe);
  }

  private int failureThresholdFor(Duration wanted) {
    try {
      return ProbeBudget.of(probe).failureThresholdFor(wanted);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "startsWithin %s needs more failures than fit into failureThreshold. Raise the period."
              .formatted(wanted),
          e);
    }
  }

  /**
   * The finished probe, if Kubernetes accepts it as one of that kind.
   *
   * @throws InvalidProbeException if not
   */
  Probe as(ProbeKind kind) {
    Probe finished = finished();
    Findings findings = ProbeRules.validate(kind, finished);
    if (findings.isEmpty()) {
      return finished;
    }
    throw new InvalidProbeException(kind, findings);
  }
}
