package dev.sonde.spring;

import dev.sonde.runtime.CheckOverride;
import dev.sonde.runtime.answer.EndpointKind;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code application.properties} says of Sonde. Immutable.
 *
 * @param enabled Whether Sonde does anything at all.
 * @param container The container that this process is, where there are health classes of several.
 * @param serveOn The port on which the probes are answered.
 * @param port The port of Sonde's own server, 0 to 65535; by default the one that the container is
 *     declared with. 0 takes any free one, as tests of Spring do by default.
 * @param address The address of Sonde's own server; by default all that this host has.
 * @param certificate The file with the certificate and its chain, in PEM, for Sonde's own server.
 * @param privateKey The file with the certificate's key, in PEM.
 * @param drain How long the application goes on serving after SIGTERM, readiness being down
 *     already; by default as declared. Zero in tests of Spring.
 * @param indicators Whether Spring's health indicators become checks.
 * @param contributors Whether Sonde's checks can be seen in Actuator.
 * @param availability Whether Spring's availability states count, and are changed.
 * @param checks What is otherwise than declared, by the check's name.
 */
@ConfigurationProperties(prefix = "sonde", ignoreUnknownFields = false)
public record SondeProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable String container,
    @DefaultValue("own-port") ServeOn serveOn,
    @Nullable Integer port,
    @Nullable InetAddress address,
    @Nullable Path certificate,
    @Nullable Path privateKey,
    @Nullable Duration drain,
    @DefaultValue("true") boolean indicators,
    @DefaultValue("true") boolean contributors,
    @DefaultValue Availability availability,
    @DefaultValue Map<String, CheckProperties> checks) {

  /** Checks that the drain can be waited for. */
  public SondeProperties {
    if (drain != null && drain.isNegative()) {
      throw new IllegalStateException("sonde.drain is " + drain + ". Set 0s or more.");
    }
  }

  /**
   * How Sonde and Spring's availability states go together.
   *
   * @param listen Whether startup waits for Spring's start, and liveness and readiness fail with
   *     Spring's states.
   * @param publish Whether Spring's states change when a probe begins to fail by its checks, and
   *     when it passes again.
   */
  public record Availability(
      @DefaultValue("true") boolean listen, @DefaultValue("true") boolean publish) {}

  /**
   * What is otherwise for one check.
   *
   * @param enabled Whether it is asked at all.
   * @param probes The probes that ask it: startup, liveness, readiness.
   * @param required Whether its probe fails with it.
   * @param deadline How long it may take.
   * @param cachedFor How old an answer may be.
   * @param every How often it is asked in the background; probes get the last answer.
   * @param downAfter How many failures in a row count as down.
   */
  public record CheckProperties(
      @DefaultValue("true") boolean enabled,
      @DefaultValue Set<EndpointKind> probes,
      @Nullable Boolean required,
      @Nullable Duration deadline,
      @Nullable Duration cachedFor,
      @Nullable Duration every,
      @Nullable Integer downAfter) {

    CheckOverride override() {
      return new CheckOverride(
          enabled,
          probes,
          Optional.ofNullable(required),
          Optional.ofNullable(deadline),
          Optional.ofNullable(cachedFor),
          Optional.ofNullable(every),
          Optional.ofNullable(downAfter));
    }
  }
}
