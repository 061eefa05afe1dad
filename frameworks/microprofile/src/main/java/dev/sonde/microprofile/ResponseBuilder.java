package dev.sonde.microprofile;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;
import org.jspecify.annotations.Nullable;

/** Builds a response where there is no other runtime of MicroProfile Health to do so. */
final class ResponseBuilder extends HealthCheckResponseBuilder {

  private final Map<String, Object> data = new TreeMap<>();
  private @Nullable String name;
  private Status status = Status.DOWN;

  /**
   * Makes it known, unless there is another. It is no service of this jar: of two on a class path
   * the API takes one by chance, and Quarkus refuses to be built.
   */
  static void provideUnlessProvided() {
    boolean provided =
        isProvided(Thread.currentThread().getContextClassLoader())
            || isProvided(HealthCheckResponse.class.getClassLoader());
    if (!provided) {
      HealthCheckResponse.setResponseProvider(ResponseBuilder::new);
    }
  }

  private static boolean isProvided(@Nullable ClassLoader loader) {
    return loader != null
        && ServiceLoader.load(HealthCheckResponseProvider.class, loader).findFirst().isPresent();
  }

  @Override
  public HealthCheckResponseBuilder name(String value) {
    name = value;
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, String value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, long value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, boolean value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder up() {
    return status(true);
  }

  @Override
  public HealthCheckResponseBuilder down() {
    return status(false);
  }

  @Override
  public HealthCheckResponseBuilder status(boolean up) {
    status = up ? Status.UP : Status.DOWN;
    return this;
  }

  @Override
  public HealthCheckResponse build() {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a response needs a name");
    }
    return new HealthCheckResponse(
        name, status, data.isEmpty() ? Optional.empty() : Optional.of(data));
  }
}
