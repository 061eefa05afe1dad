package dev.sonde.checks;

import com.sun.management.OperatingSystemMXBean;
import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * Whether this process leaves itself some processor time: its load as the JVM sees it, which is
 * relative to what the container may use. Degraded only, for the reasons that {@link CpuDelayCheck}
 * gives. Thread-safe.
 */
@Readiness(name = "cpu-load")
public class CpuLoadCheck implements HealthCheck {

  private static final double PERCENT = 100;

  private final double limit;
  private final DoubleSupplier load;

  /** Creates a check that is degraded by a load of more than 95 %. */
  public CpuLoadCheck() {
    this(0.95);
  }

  /**
   * Makes a check.
   *
   * @param limit the load that is too much, more than 0 and at most 1
   * @throws IllegalArgumentException if it is out of range
   */
  public CpuLoadCheck(double limit) {
    this(
        limit, ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuLoad);
  }

  CpuLoadCheck(double limit, DoubleSupplier load) {
    this.limit = ArgumentLimits.part("limit", limit);
    this.load = load;
  }

  /** Is up while the JVM does not know the load, as right after its start. */
  @Override
  public Health check() {
    double now = load.getAsDouble();
    Health health = now > limit ? Health.degraded() : Health.up();
    return health.with("loadPercent", Math.round(Math.max(0, now) * PERCENT));
  }
}
