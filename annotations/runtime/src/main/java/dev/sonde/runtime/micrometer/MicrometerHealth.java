package dev.sonde.runtime.micrometer;

import dev.sonde.health.Health.Status;
import dev.sonde.runtime.CheckId;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.answer.CheckReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells a Micrometer registry what checks find, for each check with the tags {@code container},
 * {@code probes} and {@code check}:
 *
 * <ul>
 *   <li>{@code sonde.check.status}: 1 up, 0.5 degraded, 0 down
 *   <li>{@code sonde.check.age}: seconds since it has answered
 *   <li>{@code sonde.check.duration}: a timer of its runs
 * </ul>
 *
 * <p>Add it with {@code builder.listener(new MicrometerHealth(registry))}. A check's meters appear
 * with its first answer; reading them asks no check. Thread-safe.
 */
public final class MicrometerHealth implements HealthListener {

  private static final double DEGRADED = 0.5;

  private static final class Meters {
    final Timer duration;
    volatile double status;
    volatile long atNanos;

    Meters(Timer duration) {
      this.duration = duration;
    }

    double ageSeconds() {
      return Duration.ofNanos(System.nanoTime() - atNanos).toMillis() / 1000.0;
    }
  }

  private final MeterRegistry registry;
  private final Map<CheckId, Meters> checks = new ConcurrentHashMap<>();

  /**
   * Makes a listener.
   *
   * @param registry where the meters go
   */
  public MicrometerHealth(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void checked(CheckId check, CheckReport report) {
    Meters meters = checks.computeIfAbsent(check, this::register);
    meters.status = value(report.status());
    meters.atNanos = System.nanoTime();
    meters.duration.record(report.took());
  }

  private Meters register(CheckId check) {
    Tags tags =
        Tags.of(
            "container", check.container(),
            "probes", check.probesInWords(),
            "check", check.name());
    Meters meters =
        new Meters(
            Timer.builder("sonde.check.duration")
                .description("How long the check took")
                .tags(tags)
                .register(registry));
    meters.atNanos = System.nanoTime();
    Gauge.builder("sonde.check.status", meters, known -> known.status)
        .description("1 up, 0.5 degraded, 0 down")
        .tags(tags)
        .register(registry);
    Gauge.builder("sonde.check.age", meters, Meters::ageSeconds)
        .description("How long ago the check has answered")
        .baseUnit("seconds")
        .tags(tags)
        .register(registry);
    return meters;
  }

  private static double value(Status status) {
    return switch (status) {
      case UP -> 1;
      case DEGRADED -> DEGRADED;
      case DOWN -> 0;
    };
  }
}
