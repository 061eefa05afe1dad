package dev.sonde.spring;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import dev.sonde.runtime.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * When the probes are answered: from when the context is complete to when its beans are destroyed.
 *
 * <p>When the context closes, readiness is down at once, and the application goes on serving as
 * long as its container was declared with, before anything of it stops: this is the first listener
 * to be told, and blocks; Spring asks one after the other. A drain of {@link SmartLifecycle} would
 * begin when others of the same phase have stopped. Then comes Spring's own graceful shutdown.
 */
final class SondeLifecycle
    implements SmartLifecycle, ApplicationListener<ContextClosedEvent>, Ordered, DisposableBean {

  private final ConfigurableApplicationContext context;
  private final ServedEndpoints served;
  private final SondeProperties properties;
  private final SpringAvailability availability;
  private volatile @Nullable HealthServer server;
  private volatile boolean running;

  SondeLifecycle(
      ConfigurableApplicationContext context,
      ServedEndpoints served,
      SondeProperties properties,
      SpringAvailability availability) {
    this.context = context;
    this.served = served;
    this.properties = properties;
    this.availability = availability;
  }

  @Override
  public void start() {
    Optional<HealthEndpoints> endpoints = served.endpoints();
    if (endpoints.isPresent()) {
      switch (properties.serveOn()) {
        case OWN_PORT -> {
          if (endpoints.get().port() > 0) {
            server = open(endpoints.get());
          }
        }
        case MAIN_PORT -> new WebPorts(context, endpoints.get()).requireMain();
        case MANAGEMENT_PORT ->
            new WebPorts(context, endpoints.get()).requireManagement(served.isAnsweredByActuator());
        case NOTHING -> {}
      }
    }
    running = true;
  }

  private HealthServer open(HealthEndpoints endpoints) {
    try {
      HealthServer opened =
          new ServerSettings(
                  Optional.ofNullable(properties.port()),
                  Optional.ofNullable(properties.address()),
                  Optional.ofNullable(properties.certificate()),
                  Optional.ofNullable(properties.privateKey()))
              .open(endpoints);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource("sonde server", Map.of("local.sonde.port", opened.port())));
      return opened;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /** A management context tells its parent's listeners of its own end, which is not this one. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    if (event.getApplicationContext() != context) {
      return;
    }
    availability.close();
    Optional<HealthEndpoints> endpoints = served.endpoints();
    if (endpoints.isEmpty()) {
      return;
    }
    endpoints.get().stopping();
    if (running && availability.wasReady()) {
      drain(properties.drain() == null ? endpoints.get().drain() : properties.drain());
    }
  }

  private static void drain(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** When the context closes, liveness is answered to the end; else it may start once more. */
  @Override
  public void stop() {
    running = false;
    if (!availability.isClosing()) {
      closeServer();
    }
  }

  /**
   * Like Spring Boot's own servers, this one stays open while a context of Spring's tests pauses.
   * Spring 6 does not have this method.
   */
  public boolean isPauseable() {
    return false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void destroy() {
    closeServer();
  }

  private void closeServer() {
    HealthServer open = server;
    server = null;
    if (open != null) {
      open.close();
    }
  }
}
