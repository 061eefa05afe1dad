package dev.sonde.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** One run of a check, as the flight recorder shows it. Its fields are read by the recorder. */
@Name("dev.sonde.Check")
@Label("Health Check")
@Category({"Sonde"})
@Description("A health check has answered, failed, or was found to hang")
@StackTrace(false)
final class CheckEvent extends Event {

  @Label("Container")
  @Nullable String container;

  @Label("Probes")
  @Nullable String probes;

  @Label("Check")
  @Nullable String check;

  @Label("Status")
  @Nullable String status;

  @Label("Took")
  @Timespan(Timespan.NANOSECONDS)
  long took;

  @Label("Error")
  @Nullable String error;
}
