package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import java.util.List;
import java.util.Optional;

/**
 * One endpoint to serve, or to write a heartbeat for.
 *
 * @param kind the probe that asks it
 * @param path where it answers
 * @param timeoutSeconds how long the probe waits
 * @param checks what it asks, sorted by name
 * @param heartbeat the file that the probe looks at, if it does not ask over HTTP
 */
public record Endpoint(
    ProbeKind kind,
    String path,
    int timeoutSeconds,
    List<NamedCheck> checks,
    Optional<HeartbeatFile> heartbeat) {

  /**
   * A file to write.
   *
   * @param path where
   * @param everySeconds the time between two looks at the checks
   */
  public record HeartbeatFile(String path, int everySeconds) {}

  /** Copies the checks, so that the value stays what it was. */
  public Endpoint {
    checks = List.copyOf(checks);
  }
}
