package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.internal.engine.CheckFinding;
import dev.sonde.runtime.internal.log.HealthLog;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes each change of a check's status to the log, once. Never what merely stays as it was. What
 * startup checks wait for is how a start goes, and no warning; unless it comes to an end before.
 * Belongs to one thread.
 */
final class StateLog {

  private final Map<CheckId, CheckReport> missing = new LinkedHashMap<>();

  /** {@return whether it is more than that a check is well from the start} */
  boolean isWorthALine(CheckFinding finding) {
    return finding.isChange()
        && (finding.before().isPresent() || finding.report().status() != Status.UP);
  }

  void write(CheckId check, CheckFinding finding) {
    CheckReport report = finding.report();
    boolean starting = check.probes().contains(EndpointKind.STARTUP) && !finding.passedBefore();
    if (starting && report.status() == Status.DOWN) {
      missing.put(check, report);
      HealthLog.info(name(check) + " is not up yet" + reason(report));
    } else if (report.status() != Status.UP) {
      missing.remove(check);
      HealthLog.warning(
          name(check) + " is " + report.status() + reason(report), report.error().orElse(null));
    } else {
      missing.remove(check);
      HealthLog.info(name(check) + " is UP" + (finding.passedBefore() ? " again." : "."));
    }
  }

  /** Warns of each startup check that has never passed. */
  void writeMissing() {
    missing.forEach(
        (check, report) ->
            HealthLog.warning(
                name(check) + " was never up" + reason(report), report.error().orElse(null)));
    missing.clear();
  }

  private static String name(CheckId check) {
    return "Check \""
        + check.name()
        + "\" ("
        + check.probesInWords()
        + " of \""
        + check.container()
        + "\")";
  }

  private static String reason(CheckReport report) {
    Health health = report.health();
    String data = health.data().isEmpty() ? "." : ": " + health.data();
    return report.error().map(error -> ": " + error).orElse(data);
  }
}
