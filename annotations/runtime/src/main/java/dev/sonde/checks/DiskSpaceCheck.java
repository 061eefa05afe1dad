package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Whether a file system has room for what the application writes. Thread-safe. */
@Readiness(name = "disk-space")
public class DiskSpaceCheck implements HealthCheck {

  private final Path path;
  private final long leastBytes;

  /**
   * Makes a check.
   *
   * @param path a file or folder on that file system; it must exist
   * @param leastBytes how many bytes there must be for this process to use, at least 1
   * @throws IllegalArgumentException if that is less than 1
   */
  public DiskSpaceCheck(Path path, long leastBytes) {
    this.path = Objects.requireNonNull(path, "path");
    this.leastBytes = ArgumentLimits.atLeast("least number of bytes", leastBytes, 1);
  }

  @Override
  public Health check() throws IOException {
    long usable = Files.getFileStore(path).getUsableSpace();
    return Health.of(usable >= leastBytes).with("usableBytes", usable);
  }
}
