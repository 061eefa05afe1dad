package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import java.util.List;
import java.util.Optional;

/**
 * One endpoint to serve, over HTTP or gRPC, or to write a heartbeat for.
 *
 * @param kind the probe that asks it
 * @param path where it answers
 * @param timing when the probe asks, and how long it waits
 * @param checks what it asks, sorted by name
 * @param heartbeat the file that the probe looks at, if it does not ask
 * @param overHttp whether the probe asks over HTTP
 */
public record PlannedEndpoint(
    ProbeKind kind,
    String path,
    ProbeTiming timing,
    List<NamedCheck> checks,
    Optional<HeartbeatFile> heartbeat,
    boolean overHttp) {

  /**
   * A file to write.
   *
   * @param path where
   * @param everySeconds the time between two looks at the checks
   */
  public record HeartbeatFile(String path, int everySeconds) {}

  /** Copies the checks, so that the value stays what it was. */
  public PlannedEndpoint {
    checks = List.copyOf(checks);
  }

  /** {@return how long the probe waits, at least 1 s: what is less is refused elsewhere} */
  public int timeoutSeconds() {
    return Math.max(1, timing.timeoutSeconds());
  }
}
