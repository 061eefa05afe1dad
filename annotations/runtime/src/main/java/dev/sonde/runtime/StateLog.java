package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.report.CheckReport;
import java.util.Optional;

/** Writes each change of a check's status to the log, once. Never what merely stays as it was. */
final class StateLog implements HealthListener {

  @Override
  public void changed(CheckId check, CheckReport report, Optional<Status> before) {
    if (before.isEmpty() && report.status() == Status.UP) {
      return; // That is how it should be, and no change that anyone waits for.
    }
    String what =
        String.format(
            "Check \"%s\" (%s of \"%s\") is %s",
            check.name(), check.probesInWords(), check.container(), report.status());
    if (report.status() != Status.UP) {
      HealthLog.warning(what + reason(report), report.error().orElse(null));
    } else {
      HealthLog.info(what + " again.");
    }
  }

  private static String reason(CheckReport report) {
    Health health = report.health();
    String data = health.data().isEmpty() ? "." : ": " + health.data();
    return report.error().map(error -> ": " + error).orElse(data);
  }
}
