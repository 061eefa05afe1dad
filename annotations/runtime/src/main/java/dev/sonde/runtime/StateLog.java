package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.report.CheckReport;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Writes each change of a check's status to the log, once. Never what merely stays as it was. */
final class StateLog implements HealthListener {

  private static final System.Logger LOG = System.getLogger("dev.sonde.health");

  @Override
  public void changed(CheckId check, CheckReport report, Optional<Status> before) {
    String what =
        String.format(
            "Check \"%s\" (%s of \"%s\") is %s",
            check.name(), check.probesInWords(), check.container(), report.status());
    if (report.status() != Status.UP) {
      LOG.log(Level.WARNING, what + reason(report), report.error().orElse(null));
    } else if (before.isPresent()) {
      LOG.log(Level.INFO, what + " again.");
    } else {
      LOG.log(Level.DEBUG, what + ".");
    }
  }

  private static String reason(CheckReport report) {
    Health health = report.health();
    String data = health.data().isEmpty() ? "." : ": " + health.data();
    return report.error().map(error -> ": " + error).orElse(data);
  }
}
