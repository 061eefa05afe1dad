package dev.sonde.micronaut;

import dev.sonde.runtime.HealthEndpoints;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.naming.Described;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.ApplicationConfiguration;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The application's server, as {@code Micronaut.run} starts and stops it: when the JVM is told to
 * end, readiness is down at once, and the server goes on serving as long as its container was
 * declared with. Then Micronaut's own shutdown begins, whose first step is to close the port.
 *
 * <p>No event comes before that step, and hooks of the JVM run at the same time. In tests, where
 * the server itself is started, it is not there.
 */
@Singleton
@Primary
@Order(Ordered.HIGHEST_PRECEDENCE)
@Requires(beans = EmbeddedServer.class)
@Requires(notEnv = Environment.TEST)
final class DrainingApplication implements EmbeddedApplication<DrainingApplication>, Described {

  private final EmbeddedServer server;
  private final ServedProbes served;
  private final Optional<Duration> drain;

  DrainingApplication(
      EmbeddedServer server,
      ServedProbes served,
      SondeSettings settings,
      ConversionService conversion) {
    this.server = server;
    this.served = served;
    this.drain =
        WrittenSetting.convert(conversion, "sonde.drain", settings.drain(), Duration.class);
    if (drain.filter(Duration::isNegative).isPresent()) {
      throw new ConfigurationException(
          "sonde.drain is " + settings.drain().orElse("") + ". Set 0s or more.");
    }
  }

  @Override
  public DrainingApplication start() {
    server.start();
    return this;
  }

  @Override
  public DrainingApplication stop() {
    Optional<HealthEndpoints> endpoints = served.endpoints().filter(known -> !known.isStopping());
    if (endpoints.isPresent()) {
      endpoints.get().stopping();
      drain(drain.orElse(endpoints.get().drain()));
    }
    server.stop();
    return this;
  }

  private static void drain(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** What Micronaut tells when it has started. */
  @Override
  public String getDescription() {
    return server.getContextURI().toString();
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }

  /** Whether the thread that has started it must wait for its end. */
  @Override
  public boolean isServer() {
    return server.isKeepAlive();
  }

  @Override
  public boolean isForceExit() {
    return server.isForceExit();
  }

  @Override
  public boolean isShutdownHookNeeded() {
    return server.isShutdownHookNeeded();
  }

  @Override
  public ApplicationContext getApplicationContext() {
    return server.getApplicationContext();
  }

  @Override
  public ApplicationConfiguration getApplicationConfiguration() {
    return server.getApplicationConfiguration();
  }
}
