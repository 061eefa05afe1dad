package dev.sonde.micronaut;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import dev.sonde.runtime.ServerSettings;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Answers the probes on a port of Sonde's own, from when the application has started to when its
 * beans are destroyed. Thread-safe.
 */
@Singleton
public final class ProbeServer
    implements ApplicationEventListener<ApplicationStartupEvent>, Ordered {

  private final ServedProbes served;
  private final SondeSettings settings;
  private final Environment environment;
  private final ConversionService conversion;
  private volatile @Nullable HealthServer server;

  ProbeServer(
      ServedProbes served,
      SondeSettings settings,
      Environment environment,
      ConversionService conversion) {
    this.served = served;
    this.settings = settings;
    this.environment = environment;
    this.conversion = conversion;
  }

  /** {@return the port that is listened on; none before the start, or where there is no server} */
  public OptionalInt port() {
    HealthServer open = server;
    return open == null ? OptionalInt.empty() : OptionalInt.of(open.port());
  }

  /** After all others, so that what they make ready is ready. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ApplicationStartupEvent event) {
    if (server == null && served.endpoints().isEmpty()) {
      WrittenSetting.requireKnown(environment);
      for (String condition : List.of("enabled", "contributors")) {
        convert(
            condition, environment.getProperty("sonde." + condition, String.class), Boolean.class);
      }
      served.assemble();
      Optional<HealthEndpoints> endpoints = served.endpoints();
      if (endpoints.isPresent() && isToBeServed(endpoints.get())) {
        open(endpoints.get());
      }
    }
  }

  private boolean isToBeServed(HealthEndpoints endpoints) {
    Optional<ProbePlace> place =
        convert("serve-on", Optional.of(settings.serveOn()), ProbePlace.class);
    return place.equals(Optional.of(ProbePlace.OWN_PORT)) && endpoints.port() > 0;
  }

  private <T> Optional<T> convert(String name, Optional<String> written, Class<T> type) {
    return WrittenSetting.convert(conversion, "sonde." + name, written, type);
  }

  private void open(HealthEndpoints endpoints) {
    Optional<Integer> port = convert("port", settings.port(), Integer.class);
    if (port.isEmpty() && environment.getActiveNames().contains(Environment.TEST)) {
      port = Optional.of(0);
    }
    ServerSettings own =
        new ServerSettings(
            port,
            convert("address", settings.address(), InetAddress.class),
            convert("certificate", settings.certificate(), Path.class),
            convert("private-key", settings.privateKey(), Path.class));
    try {
      server = own.open(endpoints);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @PreDestroy
  void close() {
    HealthServer open = server;
    if (open != null) {
      open.close();
    }
  }
}
