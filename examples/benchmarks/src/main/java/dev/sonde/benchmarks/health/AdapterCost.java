package dev.sonde.benchmarks.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures what the adapters add: to an answer beside a plain server of Sonde's in the same
 * process, to the application's start, and in bytes; and the framework's own health endpoint beside
 * it, with a check that hangs, too. Both sides take turns, so that what else the machine does meets
 * both.
 */
public final class AdapterCost {

  private static final Duration TURN = Duration.ofMillis(300);
  private static final Duration WARM = Duration.ofSeconds(4);
  private static final Duration LATE = Duration.ofMillis(500);
  private static final int GIVEN_UP = 300;
  private static final String READYZ = "/readyz";

  /** As the peers' containers are declared. Adapters warn of any other one. */
  private static final int DECLARED_PORT = 8090;

  private final int turns;
  private final int starts;
  private final Duration patience;

  private AdapterCost(int turns, int starts, Duration patience) {
    this.turns = turns;
    this.starts = starts;
    this.patience = patience;
  }

  /**
   * Prints four tables.
   *
   * @param args the folder of the peers, that of the adapters' modules, how many turns each server
   *     is asked, how often each is started (0 leaves the tables out), for how many seconds an
   *     answer is awaited, and, to measure a single adapter, a part of its name
   * @throws IOException if a server does not start, or fails under load
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    AdapterCost cost =
        new AdapterCost(
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Duration.ofSeconds(Long.parseLong(args[4])));
    List<Adapter> adapters =
        Adapter.all(Path.of(args[0]), Path.of(args[1])).stream()
            .filter(adapter -> args.length < 6 || adapter.name().contains(args[5]))
            .toList();
    if (adapters.isEmpty()) {
      throw new IllegalArgumentException(
          "No adapter has \"" + args[5] + "\" in its name. Such as: Spring, Quarkus, Micronaut.");
    }
    cost.print(
        "| adapter for | kB |", adapters, adapter -> List.of(kilobytes(Files.size(adapter.jar()))));
    if (cost.turns > 0) {
      cost.print(
          "| "
              + cost.turns
              + " turns each | plain p50 ms | adapter p50 ms | ratio | respond, plain µs"
              + " | adapter µs | ratio | own endpoint p50 ms | adapter to own |",
          adapters,
          cost::answers);
      cost.print(
          "| one check hangs | Sonde's first answer | of 50 | threads, after 300 given up |"
              + " own endpoint | threads, after 300 given up |",
          adapters,
          cost::hang);
    }
    if (cost.starts > 0) {
      cost.print(
          "| "
              + cost.starts
              + " starts each | without ms | with adapter, added ms | of this not by the plain"
              + " server ms | without, work ms | with adapter, added work ms | of this not by the"
              + " plain server ms |",
          adapters,
          cost::starts);
    }
  }

  private interface Row {
    List<String> of(Adapter adapter) throws IOException, InterruptedException;
  }

  private void print(String head, List<Adapter> adapters, Row row)
      throws IOException, InterruptedException {
    System.out.println(head);
    System.out.println(head.replaceAll("[^|]+", "---"));
    for (Adapter adapter : adapters) {
      System.out.println(
          "| " + adapter.name() + " | " + String.join(" | ", row.of(adapter)) + " |");
    }
    System.out.println();
  }

  private static String kilobytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1000.0);
  }

  /** The plain server, the adapter's and the framework's own, in one process, in turns. */
  private List<String> answers(Adapter adapter) throws IOException, InterruptedException {
    int probes = RunningServer.freePort();
    int plain = RunningServer.freePort();
    try (RunningServer server = start(adapter, probes, "-Dpeer.plain=" + plain)) {
      String own = adapter.with().readiness();
      List<Double> plains = new ArrayList<>();
      List<Double> adapters = new ArrayList<>();
      List<Double> owns = new ArrayList<>();
      server.awaitFirst200(plain, READYZ);
      Load.ONE.run(plain, READYZ, WARM);
      Load.ONE.run(probes, READYZ, WARM);
      Load.ONE.run(server.port(), own, WARM);
      for (int turn = 0; turn < turns; turn++) {
        // Neither is always the first.
        boolean plainFirst = turn % 2 == 0;
        double first = p50(plainFirst ? plain : probes, READYZ);
        double second = p50(plainFirst ? probes : plain, READYZ);
        plains.add(plainFirst ? first : second);
        adapters.add(plainFirst ? second : first);
        owns.add(p50(server.port(), own));
      }
      List<Double> responds = server.numbers("respond adapter plain:");
      List<Double> adapterRespond = new ArrayList<>();
      List<Double> plainRespond = new ArrayList<>();
      for (int i = 0; i + 1 < responds.size(); i += 2) {
        adapterRespond.add(responds.get(i) / 1000);
        plainRespond.add(responds.get(i + 1) / 1000);
      }
      return List.of(
          decimal(plains, 4),
          decimal(adapters, 4),
          ratio(adapters, plains),
          decimal(plainRespond, 1),
          decimal(adapterRespond, 1),
          ratio(adapterRespond, plainRespond),
          decimal(owns, 4),
          ratio(adapters, owns));
    }
  }

  private double p50(int port, String path) throws IOException {
    return Load.ONE.run(port, path, TURN).p50().toNanos() / 1e6;
  }

  private static String decimal(List<Double> values, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", Spread.of(values).median());
  }

  private static String ratio(List<Double> some, List<Double> others) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      ratios.add(some.get(i) / others.get(i));
    }
    return Spread.of(ratios).text(3);
  }

  private List<String> hang(Adapter adapter) throws IOException, InterruptedException {
    int probes = RunningServer.freePort();
    try (RunningServer server = start(adapter, probes, "-Dpeer.blocks=true")) {
      Burst first = Burst.send(1, probes, READYZ, patience);
      Burst fifty = Burst.send(50, probes, READYZ, patience);
      long before = server.threads();
      Burst.send(GIVEN_UP, probes, READYZ, LATE);
      long after = server.threads();
      String own = adapter.with().readiness();
      Burst theirs = Burst.send(1, server.port(), own, patience);
      long theirsBefore = server.threads();
      Burst.send(GIVEN_UP, server.port(), own, LATE);
      return List.of(
          first.failed() + " times 503 after " + first.slowest().toMillis() + " ms",
          fifty.failed() + " times 503, slowest " + fifty.slowest().toMillis() + " ms",
          before + " to " + after,
          theirs.answered() == 0
              ? "none in " + patience.toSeconds() + " s"
              : "after " + theirs.slowest().toMillis() + " ms",
          theirsBefore + " to " + server.threads());
    }
  }

  private RunningServer start(Adapter adapter, int probes, String option)
      throws IOException, InterruptedException {
    RunningServer server = RunningServer.start(adapter.with(), options(adapter, probes, option));
    try {
      server.awaitFirst200(adapter.with().liveness().orElseThrow());
      server.awaitFirst200(probes, "/livez");
      return server;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  private static String[] options(Adapter adapter, int probes, String... more) {
    return Stream.of(
            adapter.options().stream(),
            Stream.of("-Dpeer.probes=" + probes, "-Dsonde.port=" + probes),
            Stream.of(more))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }

  /** Without Sonde, with a server by hand, and with the adapter, in turns. */
  private List<String> starts(Adapter adapter) throws IOException, InterruptedException {
    List<Candidate> all = List.of(adapter.without(), adapter.plain(), adapter.with());
    List<List<Start>> found = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int turn = -1; turn < starts; turn++) {
      for (int i = 0; i < all.size(); i++) {
        int which = (i + turn + 1) % all.size(); // None is always the first.
        Start start = start(adapter, all.get(which));
        if (turn >= 0) { // What the first of all reads from the disk is in memory after it.
          found.get(which).add(start);
        }
      }
    }
    return List.of(
        decimal(found.get(0).stream().map(Start::millis).toList(), 0),
        added(found, 0, Start::millis),
        added(found, 1, Start::millis),
        decimal(found.get(0).stream().map(Start::workMillis).toList(), 0),
        added(found, 0, Start::workMillis),
        added(found, 1, Start::workMillis));
  }

  private static String added(List<List<Start>> found, int before, ToDoubleFunction<Start> number) {
    List<Double> differences = new ArrayList<>();
    for (int turn = 0; turn < found.get(before).size(); turn++) {
      differences.add(
          number.applyAsDouble(found.get(2).get(turn))
              - number.applyAsDouble(found.get(before).get(turn)));
    }
    return Spread.of(differences).text(0);
  }

  /**
   * A start, until readiness is answered by all that are to answer it.
   *
   * @param millis how long it took
   * @param workMillis what it took of processors, compilers and collectors left out
   */
  private record Start(double millis, double workMillis) {}

  private static Start start(Adapter adapter, Candidate candidate)
      throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(candidate, "-Dpeer.probes=" + DECLARED_PORT)) {
      Duration took = server.awaitFirst200(candidate.readiness());
      if (candidate != adapter.without()) {
        took = Collections.max(List.of(took, server.awaitFirst200(DECLARED_PORT, READYZ)));
      }
      return new Start(took.toNanos() / 1e6, server.work().toNanos() / 1e6);
    }
  }
}
