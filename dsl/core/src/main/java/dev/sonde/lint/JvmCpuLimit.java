package dev.sonde.lint;

import static dev.sonde.rules.LintRules.JVM_CPU_LIMIT;

import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

/**
 * The CPU time that a start takes is nearly a constant, so a limit stretches it: a Spring Boot
 * application of medium size took 11 to 13 s of CPU time to start, and its first answer 0.7 to 1 s.
 */
final class JvmCpuLimit implements LintRule {

  private static final long CORE = 1000;
  private static final long START_CPU_SECONDS = 12;
  private static final long ANSWER_CPU_SECONDS = 1;

  @Override
  public Rule rule() {
    return JVM_CPU_LIMIT;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (!isStarved(container)) {
      return;
    }
    long limit = container.context().cpuLimitMillis().getAsLong();
    if (isStartTooShort(container)) {
      container
          .startBound()
          .ifPresent(
              probe ->
                  found.accept(
                      JVM_CPU_LIMIT.finding(
                          probe.path(),
                          "%s gives %d s to start, and %d s of CPU time, as Spring Boot needs them, take %d s at a limit of %dm."
                              .formatted(
                                  probe.words(),
                                  probe.budget().guaranteedStart().toSeconds(),
                                  START_CPU_SECONDS,
                                  stretched(START_CPU_SECONDS, limit),
                                  limit),
                          "Measure the start under this limit; raise the limit, or the startup"
                              + " probe's failureThreshold.")));
    }
    if (isTimeoutTooShort(container)) {
      ProbeView liveness = container.probe(ProbeKind.LIVENESS).orElseThrow();
      found.accept(
          JVM_CPU_LIMIT.finding(
              liveness.path().field("timeoutSeconds"),
              "timeoutSeconds = %d of %s is short of the %d s that a first answer of a JVM may take at a limit of %dm."
                  .formatted(
                      liveness.timing().timeoutSeconds(),
                      liveness.words(),
                      stretched(ANSWER_CPU_SECONDS, limit),
                      limit),
              "Raise it, or the limit."));
    }
  }

  /** Tells whether the probes leave less than a start takes under the limit. */
  static boolean isStartTooShort(ContainerView container) {
    return isStarved(container)
        && container.application().worstStart().isEmpty()
        && container
            .startBound()
            .filter(
                probe ->
                    probe.budget().guaranteedStart().toSeconds()
                        < stretched(
                            START_CPU_SECONDS, container.context().cpuLimitMillis().getAsLong()))
            .isPresent();
  }

  /** Tells whether liveness waits for less than an answer takes under the limit. */
  static boolean isTimeoutTooShort(ContainerView container) {
    return isStarved(container)
        && container
            .probe(ProbeKind.LIVENESS)
            .filter(
                probe ->
                    probe.timing().timeoutSeconds()
                        < stretched(
                            ANSWER_CPU_SECONDS, container.context().cpuLimitMillis().getAsLong()))
            .isPresent();
  }

  private static boolean isStarved(ContainerView container) {
    long limit = container.context().cpuLimitMillis().orElse(CORE);
    return container.application().isKnownToRunOnJvm() && limit > 0 && limit < CORE;
  }

  private static long stretched(long cpuSeconds, long limitMillis) {
    return (cpuSeconds * CORE + limitMillis - 1) / limitMillis;
  }
}
