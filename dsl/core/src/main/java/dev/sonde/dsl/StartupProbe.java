package dev.sonde.dsl;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.StartupSpec;
import java.time.Duration;

/** A startup probe whose failure threshold follows from the time the application has to start. */
public final class StartupProbe extends ProbeStage<StartupProbe> implements StartupSpec {

  StartupProbe(WrittenProbe draft) {
    super(draft);
  }

  @Override
  StartupProbe next(WrittenProbe draft) {
    return new StartupProbe(draft);
  }

  /**
   * Sets {@code terminationGracePeriodSeconds}: how long the container has to stop after this probe
   * failed, instead of the pod's own period.
   *
   * @param seconds at least 1
   * @return this stage with the new value
   */
  public StartupProbe terminationGracePeriodSeconds(long seconds) {
    return set(probe -> probe.terminationGracePeriodSeconds(seconds));
  }

  /**
   * Sets {@code terminationGracePeriodSeconds} by a duration.
   *
   * @param period at least 1 s, whole seconds
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code period} is under 1 s or has a fraction of a second
   */
  public StartupProbe gracePeriod(Duration period) {
    return terminationGracePeriodSeconds(SetterChecks.wholeLongSeconds("gracePeriod", period, 1));
  }

  @Override
  public Probe startupProbe() {
    return draft().as(ProbeKind.STARTUP);
  }
}
