package dev.sonde.benchmarks.health;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures Sonde's endpoints and those of its peers, one after the other, in one run. */
public final class HealthServers {

  /** What a container of that size makes of the JVM's defaults. */
  private static final String SMALL_CONTAINER = "-XX:MaxRAM=256m";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Duration phase;

  private HealthServers(Duration phase) {
    this.phase = phase;
  }

  /**
   * Prints two tables.
   *
   * @param args the folder of the peers, Sonde's class path at run time, the seconds of each phase,
   *     and, to measure a single server, a part of its name
   * @throws IOException if a server does not start, or fails under load
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Candidate> candidates =
        Candidate.all(Path.of(args[0]), System.getProperty("java.class.path"), args[1]).stream()
            .filter(candidate -> args.length < 4 || candidate.name().contains(args[3]))
            .toList();
    HealthServers benchmark = new HealthServers(Duration.ofSeconds(Long.parseLong(args[2])));
    System.out.println(
        "| server | c32 req/s | c32 p50 ms | c1 req/s | c1 p50 ms | one connection per request,"
            + " req/s | RSS MB at first | RSS MB | RSS MB of 256 | first 200, ms |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (Candidate candidate : candidates) {
      System.out.println(benchmark.load(candidate));
    }
    System.out.println();
    System.out.println(
        "| one readiness check hangs | first answer | of 50 | of 1,000 | with its name |"
            + " liveness before, during, after 300 given up, ms | threads |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Candidate candidate : candidates) {
      Optional<String> liveness = candidate.liveness();
      if (liveness.isPresent()) {
        System.out.println(benchmark.hang(candidate, liveness.get()));
      }
    }
  }

  private String load(Candidate candidate) throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(candidate)) {
      Duration first = server.awaitFirst200(candidate.readiness());
      long residentAtFirst = server.residentMegabytes();
      warm(server, candidate);
      Load.Result one = run(Load.ONE, server, candidate);
      Load.Result many = run(Load.MANY, server, candidate);
      Load.Result probes = run(Load.PROBES, server, candidate);
      return String.format(
          Locale.ROOT,
          "| %s | %,.0f | %.3f | %,.0f | %.3f | %,.0f | %d | %d | %d | %d |",
          candidate.name(),
          many.perSecond(),
          millis(many.p50()),
          one.perSecond(),
          millis(one.p50()),
          probes.perSecond(),
          residentAtFirst,
          server.residentMegabytes(),
          small(candidate),
          first.toMillis());
    }
  }

  private long small(Candidate candidate) throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(candidate, SMALL_CONTAINER)) {
      server.awaitFirst200(candidate.readiness());
      warm(server, candidate);
      return server.residentMegabytes();
    }
  }

  private void warm(RunningServer server, Candidate candidate) throws IOException {
    run(Load.ONE, server, candidate);
    run(Load.MANY, server, candidate);
    run(Load.PROBES, server, candidate);
  }

  private Load.Result run(Load load, RunningServer server, Candidate candidate) throws IOException {
    return load.run(server.port(), candidate.readiness(), phase);
  }

  private String hang(Candidate candidate, String liveness)
      throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(candidate, "-Dpeer.blocks=true")) {
      server.awaitFirst200(liveness);
      long threads = server.threads();
      String before = alive(server, liveness);
      Burst first = Burst.send(1, server.port(), candidate.readiness(), PATIENCE);
      Burst fifty = Burst.send(50, server.port(), candidate.readiness(), PATIENCE);
      // Who answers none of fifty is not asked a thousand times.
      int more = fifty.answered() == 0 ? 0 : 1_000;
      Burst thousand = Burst.send(more, server.port(), candidate.readiness(), PATIENCE);
      String during = alive(server, liveness);
      Burst.send(300, server.port(), candidate.readiness(), Duration.ofMillis(500));
      String after = alive(server, liveness);
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s | %s | %d | %s, %s, %s | %d to %d |",
          candidate.name(),
          first.answered() == 0
              ? "none in 15 s"
              : String.format(Locale.ROOT, "%.0f ms", millis(first.slowest())),
          told(fifty),
          more == 0 ? "not asked" : told(thousand),
          first.named() + fifty.named() + thousand.named(),
          before,
          during,
          after,
          threads,
          server.threads());
    }
  }

  private static String told(Burst burst) {
    return burst.answered() == 0
        ? "none"
        : String.format(
            Locale.ROOT, "%d times 503, slowest %.0f ms", burst.failed(), millis(burst.slowest()));
  }

  private static String alive(RunningServer server, String liveness) throws IOException {
    Burst burst = Burst.send(1, server.port(), liveness, PATIENCE);
    return burst.answered() == 1 && burst.failed() == 0
        ? String.format(Locale.ROOT, "%.1f", millis(burst.slowest()))
        : "dead";
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
