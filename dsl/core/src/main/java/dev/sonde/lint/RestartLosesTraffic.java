package dev.sonde.lint;

import static dev.sonde.rules.LintRules.RESTART_LOSES_TRAFFIC;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** A restart comes from the liveness probe; at a startup probe's there is no traffic yet. */
final class RestartLosesTraffic implements LintRule {

  @Override
  public Rule rule() {
    return RESTART_LOSES_TRAFFIC;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (container.application().drainSeconds().isEmpty() || !container.has(ProbeKind.LIVENESS)) {
      return;
    }
    int drain = container.application().drainSeconds().getAsInt();
    container
        .probe(ProbeKind.READINESS)
        .filter(readiness -> drain < ShutdownTiming.drainSecondsFor(readiness.probe()))
        .ifPresent(readiness -> found.accept(finding(readiness, drain)));
  }

  private static Finding finding(ProbeView readiness, int drain) {
    ProbeTiming timing = readiness.timing();
    long needed = ShutdownTiming.drainSecondsFor(readiness.probe());
    return RESTART_LOSES_TRAFFIC.finding(
        readiness.path().field("failureThreshold"),
        "a restart by the liveness probe loses requests for up to %d s: traffic comes for %d x %d + 2 s after SIGTERM, until %s has failed, and the application serves on for %d s."
            .formatted(
                needed - drain,
                timing.failureThreshold(),
                timing.periodSeconds(),
                readiness.words(),
                drain),
        remedy(readiness, needed));
  }

  private static String remedy(ProbeView readiness, long needed) {
    return ShutdownTiming.defaultDrainSeconds(Optional.of(readiness.probe())) == needed
        ? "Drain for %d s, as it does by default.".formatted(needed)
        : "Let failureThreshold x periodSeconds of readiness be at most 8, such as 4 x 2: then the"
            + " drain is long enough by default. Or drain for %d s.".formatted(needed);
  }
}
