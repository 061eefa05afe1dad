package dev.sonde.micronaut;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Optional;

/**
 * What the application's configuration says of Sonde, {@linkplain WrittenSetting as it is written}.
 * Immutable. {@code sonde.enabled} is asked before: without it there are no beans of Sonde's.
 *
 * @param container The container that this process is, where there are health classes of several.
 * @param serveOn Where the probes are answered: {@code own-port} or {@code nothing}.
 * @param port The port of Sonde's own server, 0 to 65535; by default the one that the container is
 *     declared with, and in the environment {@code test} any free one, as 0 means.
 * @param address The address of Sonde's own server; by default all that this host has.
 * @param certificate The file with the certificate and its chain, in PEM, for Sonde's own server.
 * @param privateKey The file with the certificate's key, in PEM.
 * @param drain How long the application goes on serving after SIGTERM, readiness being down
 *     already; by default as declared. Zero in the environment {@code test}.
 * @param indicators Whether Micronaut's health indicators become checks.
 */
@ConfigurationProperties("sonde")
record SondeSettings(
    Optional<String> container,
    @Bindable(defaultValue = "own-port") String serveOn,
    Optional<String> port,
    Optional<String> address,
    Optional<String> certificate,
    Optional<String> privateKey,
    Optional<String> drain,
    Optional<String> indicators) {}
