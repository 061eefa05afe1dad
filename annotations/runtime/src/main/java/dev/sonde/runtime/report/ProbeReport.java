package dev.sonde.runtime.report;

import java.util.List;

/**
 * What all checks of one probe found.
 *
 * @param kind the probe
 * @param checks its checks, in the order in which they were declared
 */
public record ProbeReport(ProbeKind kind, List<CheckReport> checks) {

  /** Takes an unchangeable copy of the list. */
  public ProbeReport {
    checks = List.copyOf(checks);
  }

  /** {@return whether the probe succeeds: it does unless a check fails} */
  public boolean passes() {
    return checks.stream().allMatch(CheckReport::passes);
  }
}
