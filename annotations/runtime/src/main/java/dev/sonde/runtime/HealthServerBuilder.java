package dev.sonde.runtime;

import dev.sonde.runtime.http.HttpLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers how health endpoints are to be served. Not thread-safe. */
public final class HealthServerBuilder {

  private final HealthEndpoints endpoints;
  private @Nullable InetAddress address;
  private int port;
  private HttpLimits limits = HttpLimits.DEFAULT;
  private Duration drain = Duration.ZERO;
  private Runnable stop = () -> {};

  HealthServerBuilder(HealthEndpoints endpoints) {
    this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
    this.port = endpoints.port();
  }

  /**
   * Listens on one address.
   *
   * @param local one of this host's addresses; by default all of them
   * @return this builder
   */
  public HealthServerBuilder address(InetAddress local) {
    address = Objects.requireNonNull(local, "local");
    return this;
  }

  /**
   * Listens on another port than the manifest asks; that is logged once.
   *
   * @param other 0 to 65535; 0 takes any free one
   * @return this builder
   * @throws IllegalArgumentException if the port is out of range
   */
  public HealthServerBuilder port(int other) {
    if (other < 0 || other > 65535) {
      throw new IllegalArgumentException("port " + other + " is outside 0..65535");
    }
    port = other;
    return this;
  }

  /**
   * Changes what clients may take.
   *
   * @param other the limits; by default {@link HttpLimits#DEFAULT}
   * @return this builder
   */
  public HealthServerBuilder limits(HttpLimits other) {
    limits = Objects.requireNonNull(other, "other");
    return this;
  }

  /**
   * Says what happens when the JVM is told to end, as Kubernetes does with SIGTERM: readiness is
   * down at once in any case; then the application goes on serving for a while, so that load
   * balancers learn of it; then it stops. The pod's {@code terminationGracePeriodSeconds} must
   * cover both.
   *
   * @param delay how long to go on serving; by default not at all
   * @param stopApplication stops the application and returns when that is done; what it is still
   *     serving it finishes there
   * @return this builder
   * @throws IllegalArgumentException if the delay is negative
   */
  public HealthServerBuilder drain(Duration delay, Runnable stopApplication) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("drain delay " + delay + " is negative");
    }
    drain = delay;
    stop = Objects.requireNonNull(stopApplication, "stopApplication");
    return this;
  }

  /**
   * Starts to serve.
   *
   * @return the server, which is listening
   * @throws IOException if the address or port cannot be had
   */
  public HealthServer start() throws IOException {
    InetSocketAddress where =
        address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    return HealthServer.start(endpoints, where, limits, new ShutdownHook(endpoints, drain, stop));
  }
}
