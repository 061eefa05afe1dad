package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Whether a database can be reached: takes a connection and asks it {@link Connection#isValid}.
 * Thread-safe.
 *
 * <p>From a pool this needs a free connection, so an exhausted pool is down too, which is what
 * readiness wants to know. How long taking a connection may last is set in the pool; make it
 * shorter than the probe's timeout, or the answer will be that the check hangs.
 */
@Readiness(name = "database")
public class DataSourceCheck implements HealthCheck {

  private final DataSource dataSource;
  private final int timeoutSeconds;

  /**
   * Makes a check that gives the validation one second, the shortest time that JDBC knows.
   *
   * @param dataSource where to take the connection
   */
  public DataSourceCheck(DataSource dataSource) {
    this(dataSource, Duration.ofSeconds(1));
  }

  /**
   * Makes a check.
   *
   * @param dataSource where to take the connection
   * @param validation how long the validation may take; at least 1 s, fractions are dropped
   * @throws IllegalArgumentException if that is less than 1 s
   */
  public DataSourceCheck(DataSource dataSource, Duration validation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.timeoutSeconds =
        ArgumentLimits.inRange(
            "seconds", Math.toIntExact(validation.toSeconds()), 1, Integer.MAX_VALUE);
  }

  @Override
  public Health check() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Health.of(connection.isValid(timeoutSeconds));
    }
  }
}
