package dev.sonde.benchmarks.health;

import java.nio.file.Path;
import java.util.List;

/**
 * An adapter to be measured.
 *
 * @param jar the adapter itself
 * @param without an application without Sonde
 * @param plain the same with a server of Sonde's that is started by hand
 * @param with the same with the adapter, which answers {@code /readyz} on a port of its own
 * @param options what makes the adapter ask what the application's own endpoint asks
 */
record Adapter(Path jar, Candidate without, Candidate plain, Candidate with, List<String> options) {

  /**
   * All of them.
   *
   * @param peers the applications
   * @param frameworks the adapters' modules, built
   */
  static List<Adapter> all(Path peers, Path frameworks) {
    return List.of(
        of(
            frameworks.resolve("spring-boot/target/sonde-spring-boot-starter-0.1.0.jar"),
            Candidate.spring(peers, "target"),
            Candidate.spring(peers, "target/plain"),
            Candidate.spring(peers, "target/sonde")),
        of(
            frameworks.resolve("microprofile/target/sonde-microprofile-0.1.0.jar"),
            Candidate.quarkus(peers, "target"),
            Candidate.quarkus(peers, "target/plain"),
            Candidate.quarkus(peers, "target/sonde")),
        of(
            frameworks.resolve("micronaut/target/sonde-micronaut-0.1.0.jar"),
            Candidate.micronaut(peers, "target"),
            Candidate.micronaut(peers, "target/plain"),
            Candidate.micronaut(peers, "target/sonde"),
            "-Dsonde.checks.disk-space.enabled=false",
            "-Dsonde.checks.service-ready.enabled=false",
            "-Dsonde.checks.graceful-shutdown.enabled=false"));
  }

  private static Adapter of(
      Path jar, Candidate without, Candidate plain, Candidate with, String... options) {
    return new Adapter(jar, without, plain, with, List.of(options));
  }

  String name() {
    return without.name();
  }
}
