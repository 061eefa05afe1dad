package dev.sonde.benchmarks.health;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server to be measured.
 *
 * @param name what the table calls it
 * @param java what follows {@code java}, but for the JVM's own options
 * @param readiness the path that asks three trivial checks
 * @param liveness the path that liveness probes ask; empty where there are no checks
 */
record Candidate(String name, List<String> java, String readiness, Optional<String> liveness) {

  private static final String HERE = Candidate.class.getPackageName();

  /** All of them, the limit first. */
  static List<Candidate> all(Path peers, String ownClassPath, String sondeClassPath) {
    return List.of(
        constant("raw NIO loop, constant body", ownClassPath, HERE + ".RawLoop"),
        constant("JDK HttpServer, constant body", ownClassPath, HERE + ".JdkServer"),
        constant(
            "JDK HttpServer, nodelay",
            ownClassPath,
            "-Dsun.net.httpserver.nodelay=true",
            HERE + ".JdkServer"),
        new Candidate(
            "Sonde", classPath(sondeClassPath, HERE + ".SondeServer"), "/readyz", some("/livez")),
        spring(peers, "target"),
        quarkus(peers, "target"),
        micronaut(peers, "target"),
        new Candidate(
            "Dropwizard", peer(peers, "dropwizard", "target"), "/healthcheck", some("/ping")));
  }

  static Candidate spring(Path peers, String target) {
    return new Candidate(
        "Spring Boot Actuator",
        List.of("-jar", path(peers, "spring/" + target + "/peer.jar")),
        "/actuator/health/readiness",
        some("/actuator/health/liveness"));
  }

  static Candidate quarkus(Path peers, String target) {
    return new Candidate(
        "Quarkus SmallRye Health",
        List.of("-jar", path(peers, "quarkus/" + target + "/quarkus-app/quarkus-run.jar")),
        "/q/health/ready",
        some("/q/health/live"));
  }

  static Candidate micronaut(Path peers, String target) {
    return new Candidate(
        "Micronaut",
        peer(peers, "micronaut", target),
        "/health/readiness",
        some("/health/liveness"));
  }

  private static Candidate constant(String name, String classPath, String... arguments) {
    return new Candidate(name, classPath(classPath, arguments), "/", Optional.empty());
  }

  private static List<String> peer(Path peers, String name, String target) {
    String built = path(peers, name + "/" + target);
    String jars = built + "/peer.jar" + File.pathSeparator + built + "/lib/*";
    return classPath(jars, "com.example.peer.Peer");
  }

  private static List<String> classPath(String classPath, String... arguments) {
    return Stream.concat(Stream.of("-cp", classPath), Stream.of(arguments)).toList();
  }

  private static String path(Path peers, String rest) {
    return peers.resolve(rest).toString();
  }

  private static Optional<String> some(String path) {
    return Optional.of(path);
  }
}
