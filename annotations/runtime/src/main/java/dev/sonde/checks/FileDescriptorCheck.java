package dev.sonde.checks;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.sonde.annotation.Liveness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.lang.management.ManagementFactory;

/**
 * Whether file descriptors, sockets among them, are far from running out. Always up where the
 * operating system does not count them. Thread-safe.
 */
@Liveness(name = "file-descriptors")
public class FileDescriptorCheck implements HealthCheck {

  private final double limit;

  /** Creates a check that fails above 90 % of the descriptors that the process may have. */
  public FileDescriptorCheck() {
    this(0.9);
  }

  /**
   * Makes a check.
   *
   * @param limit the part of the allowed descriptors that is too much, more than 0 and at most 1
   * @throws IllegalArgumentException if it is out of range
   */
  public FileDescriptorCheck(double limit) {
    this.limit = ArgumentLimits.part("limit", limit);
  }

  @Override
  public Health check() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      long open = unix.getOpenFileDescriptorCount();
      long most = unix.getMaxFileDescriptorCount();
      return Health.of(open <= limit * most).with("open", open).with("most", most);
    }
    return Health.up();
  }
}
