package dev.sonde.runtime;

import dev.sonde.runtime.http.HttpLimits;
import dev.sonde.runtime.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers how health endpoints are to be served. Not thread-safe. */
public final class HealthServerBuilder {

  private final HealthEndpoints endpoints;
  private @Nullable InetAddress address;
  private int port;
  private HttpLimits limits = HttpLimits.DEFAULT;
  private @Nullable Tls tls;
  private StopTimes times;
  private AutoCloseable stop = () -> {};
  private boolean hook = true;

  HealthServerBuilder(HealthEndpoints endpoints) {
    this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
    this.port = endpoints.port();
    this.times = endpoints.stopTimes().orElse(StopTimes.OPEN);
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
   * Serves with TLS instead of plain HTTP. If the probes ask otherwise, that is logged once.
   *
   * @param certificate the certificate and key
   * @return this builder
   */
  public HealthServerBuilder tls(Tls certificate) {
    tls = Objects.requireNonNull(certificate, "certificate");
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
   * Says what stops the application when the JVM is asked to end, as Kubernetes does with SIGTERM:
   * readiness is down at once; the application goes on serving for a while, so that load balancers
   * learn of it; then it stops, for which it has the time that its container was declared with.
   * Taking longer is logged, with what it waits for, and the JVM ends without it.
   *
   * @param application is closed; it returns when all is stopped, and what it is still serving it
   *     finishes there
   * @return this builder
   */
  public HealthServerBuilder stopping(AutoCloseable application) {
    stop = Objects.requireNonNull(application, "application");
    return this;
  }

  /**
   * Takes other times than the container was declared with; that is logged once.
   *
   * @param drain how long to go on serving, at least 0
   * @param stop how long the application may then take to stop, more than 0
   * @return this builder
   * @throws IllegalArgumentException if a time is not as said
   */
  public HealthServerBuilder shutdown(Duration drain, Duration stop) {
    times = new StopTimes(drain, stop);
    return this;
  }

  /**
   * Says what happens when the JVM is asked to end, where the container was not declared with any
   * times: as {@link #stopping}, with all the time there is to stop. The pod's {@code
   * terminationGracePeriodSeconds} must cover both.
   *
   * @param delay how long to go on serving; by default not at all
   * @param stopApplication stops the application and returns when that is done; what it is still
   *     serving it finishes there
   * @return this builder
   * @throws IllegalArgumentException if the delay is negative
   */
  public HealthServerBuilder drain(Duration delay, Runnable stopApplication) {
    times = new StopTimes(delay, times.stop());
    Objects.requireNonNull(stopApplication, "stopApplication");
    return stopping(stopApplication::run);
  }

  /**
   * Leaves the end to others: nothing happens when the JVM is asked to end, neither what {@link
   * #stopping} says nor a drain. For frameworks that have an order of their own for it, and call
   * {@link HealthEndpoints#stopping} themselves.
   *
   * @return this builder
   */
  public HealthServerBuilder withoutShutdownHook() {
    hook = false;
    return this;
  }

  /**
   * Starts to serve.
   *
   * @return the server, which is listening
   * @throws IOException if the address or port cannot be had, or the certificate cannot be used
   */
  public HealthServer start() throws IOException {
    InetSocketAddress where =
        address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    Optional<ShutdownHook> atEnd =
        hook ? Optional.of(new ShutdownHook(endpoints, times, stop)) : Optional.empty();
    return HealthServer.start(endpoints, where, limits, Optional.ofNullable(tls), atEnd);
  }
}
