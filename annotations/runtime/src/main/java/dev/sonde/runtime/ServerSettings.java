package dev.sonde.runtime;

import dev.sonde.runtime.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a framework's configuration says of Sonde's own server. Immutable; what is empty stays as
 * the container was declared.
 *
 * @param port {@code sonde.port}, 0 to 65535; 0 takes any free one
 * @param address {@code sonde.address}, one of this host's addresses; by default all
 * @param certificate {@code sonde.certificate}, a PEM file; by default plain HTTP
 * @param privateKey {@code sonde.private-key}, a PEM file
 */
public record ServerSettings(
    Optional<Integer> port,
    Optional<InetAddress> address,
    Optional<Path> certificate,
    Optional<Path> privateKey) {

  /** Checks the port, and that certificate and key are there together. */
  public ServerSettings {
    if (port.isPresent() && (port.get() < 0 || port.get() > 65535)) {
      throw new IllegalStateException("sonde.port is " + port.get() + ". Set 0 to 65535.");
    }
    if (certificate.isPresent() != privateKey.isPresent()) {
      throw new IllegalStateException(
          "Of sonde.certificate and sonde.private-key one is set. Set both, or neither.");
    }
  }

  /**
   * Serves until closed; the framework, which has an order of its own for the end, stops it.
   *
   * @param endpoints what to serve
   * @return the server, which is listening
   * @throws IOException if the address or port cannot be had, or the certificate cannot be used
   */
  public HealthServer open(HealthEndpoints endpoints) throws IOException {
    HealthServerBuilder builder = HealthServer.builder(endpoints).withoutShutdownHook();
    if (port.isPresent()) {
      builder.port(port.get());
    }
    if (address.isPresent()) {
      builder.address(address.get());
    }
    if (certificate.isPresent()) {
      builder.tls(Tls.pem(certificate.get(), privateKey.orElseThrow()));
    }
    return builder.start();
  }
}
