package dev.sonde.benchmarks;

import dev.sonde.manifests.measured.MeasurementWriter;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredLimits;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.measured.Measurement;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.WorkloadRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Prints what {@code replay} of 10,000 events of 400 pods takes, and {@code suggest} for three
 * probes with all objectives and 10,000 starts, beside the bare start of the command line: medians
 * of processor time, which other work on the machine disturbs least, and of time on the clock.
 */
public final class AdviceRatio {

  private static final int EVENTS = 10_000;
  private static final int PODS = 400;

  private static final String ORDERS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders}
      spec:
        template:
          spec:
            containers:
              - name: orders
                startupProbe: {httpGet: {path: /startedz, port: 8080}, periodSeconds: 3}
                livenessProbe: {httpGet: {path: /livez, port: 8080}}
                readinessProbe: {httpGet: {path: /readyz, port: 8080}}
      """;

  private static final String OBJECTIVES =
      """
      apiVersion: sonde.dev/v1
      kind: Objectives
      readyWithin: 30s
      hangRestartedWithin: 120s
      stallSurvived: 20s
      trafficGoneWithin: 20s
      startsSurvived: 10000
      """;

  private static final String EVENT =
      """
      {"apiVersion": "v1", "kind": "Event", "count": %d, "reason": "%s", "message": "%s",
       "firstTimestamp": "%s", "lastTimestamp": "%s", "eventTime": null, "type": "Normal",
       "involvedObject": {"apiVersion": "v1", "fieldPath": "spec.containers{app}", "kind": "Pod",
         "name": "orders-%d", "namespace": "shop", "resourceVersion": "1234", "uid": "p-%d"},
       "metadata": {"creationTimestamp": "%s", "name": "orders.%x", "namespace": "shop",
         "resourceVersion": "%d", "uid": "e-%d"},
       "reportingComponent": "kubelet", "reportingInstance": "node-1",
       "source": {"component": "kubelet", "host": "node-1"}}
      """;

  /** The second line of what {@code times} prints: user and system time of what the shell ran. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private final Path folder;
  private final int runs;

  private AdviceRatio(Path folder, int runs) {
    this.folder = folder;
    this.runs = runs;
  }

  private record Taken(double processor, double clock) {}

  /**
   * Measures.
   *
   * @param arguments the command line's jar, the script that starts it, and how often to run each;
   *     by default 5 times
   */
  public static void main(String[] arguments) throws Exception {
    Path jar = Path.of(arguments[0]).toAbsolutePath();
    Path script = Path.of(arguments[1]).toAbsolutePath();
    int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    new AdviceRatio(Files.createTempDirectory("advice-ratio"), runs).compare(jar, script);
  }

  private void compare(Path jar, Path script) throws IOException, InterruptedException {
    Path events = Files.writeString(folder.resolve("events.json"), events());
    Path orders = Files.writeString(folder.resolve("orders.yaml"), ORDERS);
    Path objectives = Files.writeString(folder.resolve("wanted.yaml"), OBJECTIVES);
    Path measured = Files.writeString(folder.resolve("measured.yaml"), measured());
    List<String> replay = List.of("replay", events.toString());
    List<String> suggest =
        List.of(
            "suggest", orders.toString(), "--objectives=" + objectives, "--measured=" + measured);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    System.out.println("                 processor s   clock s   processor / start");
    double start =
        print("jar, start", List.of(java, "-jar", jar.toString()), List.of("--version"), 0);
    print("jar, replay", List.of(java, "-jar", jar.toString()), replay, start);
    print("jar, suggest", List.of(java, "-jar", jar.toString()), suggest, start);
    print("script, replay", List.of(script.toString()), replay, start);
    print("script, suggest", List.of(script.toString()), suggest, start);
  }

  private double print(String what, List<String> program, List<String> words, double start)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program);
    command.addAll(words);
    double[] processor = new double[runs];
    double[] clock = new double[runs];
    for (int run = 0; run < runs; run++) {
      Taken taken = run(command);
      processor[run] = taken.processor();
      clock[run] = taken.clock();
    }
    double median = median(processor);
    System.out.printf(
        Locale.ROOT,
        "%-16s %11.2f %9.2f %19.1f%n",
        what,
        median,
        median(clock),
        start == 0 ? 1 : median / start);
    return median;
  }

  private Taken run(List<String> words) throws IOException, InterruptedException {
    Path log = folder.resolve("times.log");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" > /dev/null; times", "sh"));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("CI");
    builder.environment().put("SONDE_CACHE", folder.resolve("cache").toString());
    long start = System.nanoTime();
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.waitFor();
    double clock = (System.nanoTime() - start) / 1e9;
    Matcher times = TIMES.matcher(Files.readString(log));
    if (!times.find()) {
      throw new IOException(words + " failed: " + Files.readString(log));
    }
    return new Taken(
        seconds(times.group(1), times.group(2)) + seconds(times.group(3), times.group(4)), clock);
  }

  private static String events() {
    Random random = new Random(1);
    Instant begin = Instant.parse("2026-11-29T10:00:00Z");
    StringBuilder text =
        new StringBuilder("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [");
    for (int i = 0; i < EVENTS; i++) {
      Instant first = begin.plusSeconds(random.nextInt(18_000));
      int what = random.nextInt(4);
      String reason = what < 2 ? "Unhealthy" : what == 2 ? "Killing" : "Started";
      String message =
          what < 2
              ? "Liveness probe failed: HTTP probe failed with statuscode: 503"
              : what == 2
                  ? "Container app failed liveness probe, will be restarted"
                  : "Started container app";
      int pod = i % PODS;
      text.append(i == 0 ? "" : ",")
          .append(
              EVENT.formatted(
                  what < 2 ? 3 : 1,
                  reason,
                  message,
                  first,
                  first.plusSeconds(what < 2 ? 20 : 0),
                  pod,
                  pod,
                  first,
                  i,
                  i,
                  i));
    }
    return text.append("]}").toString();
  }

  private static String measured() {
    Random random = new Random(1);
    Map<ProbeKind, MeasuredProbe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      probes.put(
          kind,
          new MeasuredProbe(
              values(random, 30, 2800, 1500),
              Map.of(AnswerPhase.AT_REST, new MeasuredAnswers(values(random, 400, 3, 100), 0))));
    }
    return MeasurementWriter.write(
        Measurement.NONE.with(
            new MeasuredSeries(
                WorkloadRef.ANY,
                "orders",
                Optional.empty(),
                new MeasuredLimits(OptionalInt.empty(), OptionalInt.empty(), LimitMethod.NONE),
                new MeasuredMachine(2, "Linux", Optional.empty()),
                Optional.empty(),
                200,
                Optional.empty(),
                new MeasuredRuns(30, 0, 0, 0, 0),
                probes,
                new MeasuredStop(
                    values(random, 30, 7000, 500), Distribution.NONE, Distribution.NONE),
                Distribution.NONE,
                Distribution.NONE)));
  }

  private static Distribution values(Random random, int many, int least, int spread) {
    return Distribution.of(LongStream.generate(() -> least + random.nextInt(spread)).limit(many));
  }

  private static double median(double[] seconds) {
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  private static double seconds(String minutes, String seconds) {
    return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds);
  }
}
