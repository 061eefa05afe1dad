package dev.sonde.runtime.internal.engine;

import dev.sonde.health.Health.Status;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import java.util.Optional;

/**
 * What was found out about a check, in the order in which probes get it.
 *
 * @param report what probes get
 * @param before the status that they got before; empty for the first answer
 * @param passedBefore whether the check was ever well enough for its probe to pass
 * @param onlyFor the one probe that this holds for, when the check is too slow for it alone; empty
 *     for all
 */
public record CheckFinding(
    CheckReport report,
    Optional<Status> before,
    boolean passedBefore,
    Optional<EndpointKind> onlyFor) {

  /** {@return whether probes get a new status} */
  public boolean isChange() {
    return before.isEmpty() || before.get() != report.status();
  }

  /** Wants to know what is found out. Called on the threads that keep deadlines: must not wait. */
  @FunctionalInterface
  public interface Observer {
    /** Something was found out. */
    void found(CheckFinding finding);
  }
}
