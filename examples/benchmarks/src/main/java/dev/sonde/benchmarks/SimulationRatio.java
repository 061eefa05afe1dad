package dev.sonde.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints what {@code simulate} takes in two builds of the command line that take turns: an hour of
 * 10,000 pods, calm and with hangs at random, as text and as JSON; and of the second build alone, a
 * folder of 1,000 small scenarios beside a folder of one. Seconds of processor time, which other
 * work on the machine disturbs least: medians.
 */
public final class SimulationRatio {

  private static final String FLEET =
      """
      apiVersion: sonde.dev/v1
      kind: Scenario
      name: %s
      duration: 1h
      replicas: 10000
      startSpread: 60s
      probes:
        startupProbe: {httpGet: {path: /startedz, port: 8080}, failureThreshold: 30}
        livenessProbe: {httpGet: {path: /livez, port: 8080}}
        readinessProbe: {httpGet: {path: /readyz, port: 8080}}
      application:
        startsIn: 25s
        faults: [%s]
      """;

  private static final String SMALL =
      """
      apiVersion: sonde.dev/v1
      kind: Scenario
      name: small-%d
      duration: 5m
      probes:
        livenessProbe: {httpGet: {path: /livez, port: 8080}, periodSeconds: %d, failureThreshold: %d}
        readinessProbe: {httpGet: {path: /readyz, port: 8080}, periodSeconds: %d}
      application:
        startsIn: %ds
        faults: [{does: %s, from: %ds, for: %ds}]
      """;

  /** The second line of what {@code times} prints: user and system time of what the shell ran. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private final Path folder;
  private final int runs;

  private SimulationRatio(Path folder, int runs) {
    this.folder = folder;
    this.runs = runs;
  }

  /**
   * Measures.
   *
   * @param arguments the jars of the command line, before and after, and how often to run each; by
   *     default 3 times
   */
  public static void main(String[] arguments) throws Exception {
    Path before = Path.of(arguments[0]);
    Path after = Path.of(arguments[1]);
    int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    SimulationRatio ratio =
        new SimulationRatio(Files.createTempDirectory("simulation-ratio"), runs);
    System.out.println("an hour of 10,000 pods   before   after   more  after / before");
    for (String format : new String[] {"text", "json"}) {
      ratio.compare("calm", "{does: fails, from: 30m, for: 60s}", format, before, after);
      ratio.compare(
          "hangs",
          "{does: hangs, random: {meanGap: 5m, shortest: 1s, longest: 60s}}",
          format,
          before,
          after);
    }
    double one = ratio.median(after, "text", ratio.small(1));
    double thousand = ratio.median(after, "text", ratio.small(1_000));
    System.out.printf(Locale.ROOT, "1,000 small scenarios: %.2f s more than one%n", thousand - one);
  }

  private void compare(String name, String fault, String format, Path before, Path after)
      throws IOException, InterruptedException {
    Path scenario = Files.writeString(folder.resolve(name + ".yaml"), FLEET.formatted(name, fault));
    double[] old = new double[runs];
    double[] now = new double[runs];
    for (int run = 0; run < runs; run++) {
      old[run] = seconds(before, format, scenario);
      now[run] = seconds(after, format, scenario);
    }
    double was = median(old);
    double is = median(now);
    System.out.printf(
        Locale.ROOT,
        "%-24s %6.2f %7.2f %6.2f %15.2f%n",
        name + ", " + format,
        was,
        is,
        is - was,
        is / was);
  }

  private Path small(int many) throws IOException {
    Path files = Files.createDirectories(folder.resolve("small-" + many));
    Random random = new Random(5);
    String[] effects = {"hangs", "fails", "refuses"};
    for (int i = 0; i < many; i++) {
      String text =
          SMALL.formatted(
              i,
              5 * (1 + random.nextInt(3)),
              1 + random.nextInt(3),
              5 * (1 + random.nextInt(2)),
              random.nextInt(20),
              effects[random.nextInt(effects.length)],
              20 + random.nextInt(40),
              1 + random.nextInt(60));
      Files.writeString(files.resolve("small-" + i + ".yaml"), text);
    }
    return files;
  }

  private double median(Path jar, String format, Path input)
      throws IOException, InterruptedException {
    double[] seconds = new double[runs];
    for (int run = 0; run < runs; run++) {
      seconds[run] = seconds(jar, format, input);
    }
    return median(seconds);
  }

  private static double median(double[] seconds) {
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  private double seconds(Path jar, String format, Path input)
      throws IOException, InterruptedException {
    Path log = folder.resolve("times.log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script = "\"$@\" > /dev/null && times";
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                script,
                "sh",
                java,
                "-Xmx900m",
                "-jar",
                jar.toString(),
                "simulate",
                "--format",
                format,
                input.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    String printed = process.waitFor() == 0 ? Files.readString(log) : "";
    Matcher times = TIMES.matcher(printed);
    if (!times.find()) {
      throw new IOException("simulate failed: " + Files.readString(log));
    }
    return seconds(times.group(1), times.group(2)) + seconds(times.group(3), times.group(4));
  }

  private static double seconds(String minutes, String seconds) {
    return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds);
  }
}
