package dev.sonde.checks;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;

/**
 * Whether a TCP port accepts a connection. Each time the name is resolved again and one connection
 * is opened and closed; nothing is sent. Thread-safe.
 *
 * <p>The kernel accepts connections for a process that hangs, so this tells that the network and
 * the host are there, not that the service works; {@link HttpCheck} and {@link DataSourceCheck} ask
 * more.
 */
@Readiness(name = "tcp")
public class TcpCheck implements HealthCheck {

  private final String host;
  private final int port;
  private final Duration timeout;

  /**
   * Makes a check with a timeout of half a second.
   *
   * @param host name or address
   * @param port 1 to 65535
   */
  public TcpCheck(String host, int port) {
    this(host, port, Duration.ofMillis(500));
  }

  /**
   * Makes a check.
   *
   * @param host name or address
   * @param port 1 to 65535
   * @param timeout how long connecting may take, at least 1 ms
   * @throws IllegalArgumentException if the port or the timeout is out of range
   */
  public TcpCheck(String host, int port, Duration timeout) {
    this.host = Objects.requireNonNull(host, "host");
    this.port = ArgumentLimits.inRange("port", port, 1, 65535);
    this.timeout = ArgumentLimits.atLeastOneMilli("timeout", timeout);
  }

  @Override
  public Health check() throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      return Health.down().with("unresolved", host);
    }
    try (SocketChannel channel = SocketChannel.open()) {
      channel.socket().connect(address, Math.toIntExact(timeout.toMillis()));
      return Health.up();
    }
  }
}
