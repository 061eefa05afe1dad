package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import java.util.List;

/**
 * One endpoint to serve.
 *
 * @param kind the probe that asks it
 * @param path where it answers
 * @param timeoutSeconds how long the probe waits
 * @param checks what it asks, sorted by name
 */
public record Endpoint(ProbeKind kind, String path, int timeoutSeconds, List<NamedCheck> checks) {

  /** Copies the checks, so that the value stays what it was. */
  public Endpoint {
    checks = List.copyOf(checks);
  }
}
