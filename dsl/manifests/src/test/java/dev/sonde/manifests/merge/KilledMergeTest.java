package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.WatchedWrite;
import dev.sonde.manifests.merge.record.RecordPlace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A merge in a process of its own that is killed while it writes: at a random time, or as soon as
 * one of the manifests, any of them, has changed; how often is a property, {@code
 * -Dsonde.kills=100}. And at each of its write points.
 */
class KilledMergeTest {

  private static final int KILLS = Integer.getInteger("sonde.kills", 6);
  private static final int MANIFESTS = 40;
  private static final int FEW = 5;
  private static final String BEFORE =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: x%s}
      spec:
        containers:
          - name: c
            image: x # kept
      """;
  private static final String PROBES = "apiVersion: sonde.dev/v1\nkind: ProbeSet\ncontainer: c\n";
  private static final String LIVENESS = "livenessProbe: {httpGet: {path: /livez, port: 8080}}\n";

  @TempDir private Path folder;
  private Path k8s;
  private Path probes;
  private List<Path> manifests;
  private List<String> before;

  @BeforeEach
  void write() throws IOException {
    k8s = folder.resolve("k8s");
    probes = Files.writeString(folder.resolve("probes.yaml"), PROBES + LIVENESS);
    manifests = new ArrayList<>();
    before = IntStream.range(0, MANIFESTS).mapToObj(BEFORE::formatted).toList();
    for (int i = 0; i < MANIFESTS; i++) {
      Path part = Files.createDirectories(k8s.resolve(i % 2 == 0 ? "even" : "odd"));
      manifests.add(part.resolve("d" + i + ".yaml"));
      Files.writeString(manifests.get(i), before.get(i));
    }
  }

  @Test
  void leavesWholeFilesAndIsFinishedByTheNextRun(TestReporter reporter) throws Exception {
    Process whole = process(MergeProcess.class, k8s.toString(), probes.toString());
    long start = System.nanoTime();
    assertThat(whole.waitFor()).isZero();
    long span = System.nanoTime() - start;
    List<String> after = contents();
    assertThat(after).doesNotContainAnyElementsOf(before);
    merge(PROBES);
    assertThat(contents()).isEqualTo(before);

    int partly = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Random random = new Random(kill);
      Files.writeString(probes, PROBES + LIVENESS);
      Process killed = process(MergeProcess.class, k8s.toString(), probes.toString());
      if (kill % 2 == 0) {
        TimeUnit.NANOSECONDS.sleep(random.nextLong(span));
      } else {
        awaitChange(random.nextInt(MANIFESTS), killed);
      }
      killed.destroyForcibly().waitFor();
      int changed = 0;
      for (int i = 0; i < MANIFESTS; i++) {
        String now = Files.readString(manifests.get(i));
        assertThat(now).as("kill %d", kill).isIn(before.get(i), after.get(i));
        changed += now.equals(after.get(i)) ? 1 : 0;
      }
      partly += changed > 0 && changed < MANIFESTS ? 1 : 0;
      if (random.nextBoolean()) {
        merge(PROBES + LIVENESS);
        assertThat(contents()).as("kill %d", kill).isEqualTo(after);
      }
      merge(PROBES);
      assertThat(contents()).as("kill %d", kill).isEqualTo(before);
      assertThat(leftBehind()).as("kill %d", kill).isEmpty();
    }
    assertThat(partly).as("parts merged").isGreaterThanOrEqualTo(KILLS / 50);
    reporter.publishEntry("kills", KILLS + ", of which " + partly + " left a part merged");
  }

  /** At every one of its write points, one after the other; that many there are at least. */
  @Test
  void isFinishedOrTakenBackByTheNextRunWhereverItIsKilled(TestReporter reporter) throws Exception {
    for (Path other : manifests.subList(FEW, MANIFESTS)) {
      Files.delete(other);
    }
    manifests = manifests.subList(0, FEW);
    before = before.subList(0, FEW);
    Path seen = Files.createDirectory(folder.resolve("seen"));
    Process watched =
        process(WatchedMerge.class, k8s.toString(), probes.toString(), seen.toString());
    assertThat(watched.waitFor()).isZero();
    List<String> after = contents();
    assertThat(after).doesNotContainAnyElementsOf(before);
    int points = 0;
    for (Path left = seen.resolve("0"); Files.exists(left); left = seen.resolve("" + points)) {
      putBack(left, after);
      isFinishedBy(PROBES + LIVENESS, left, after);
      putBack(left, after);
      isFinishedBy(PROBES, left, before);
      points++;
    }
    assertThat(points).isGreaterThan(FEW + 1);
    reporter.publishEntry("write points", String.valueOf(points));
  }

  private void putBack(Path left, List<String> after) throws IOException {
    deleteAll(k8s);
    copyAll(left, k8s);
    for (int i = 0; i < FEW; i++) {
      assertThat(Files.readString(manifests.get(i)))
          .as(left.toString())
          .isIn(before.get(i), after.get(i));
    }
  }

  /** What is left where a merge was killed, the next one with these probes makes whole. */
  private void isFinishedBy(String next, Path left, List<String> wanted) throws IOException {
    merge(next);
    assertThat(contents()).as(left.toString()).isEqualTo(wanted);
    merge(PROBES);
    assertThat(contents()).as(left.toString()).isEqualTo(before);
    assertThat(leftBehind()).as(left.toString()).isEmpty();
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void awaitChange(int manifest, Process process) throws IOException {
    while (process.isAlive()
        && Files.readString(manifests.get(manifest)).equals(before.get(manifest))) {
      Thread.onSpinWait();
    }
  }

  private void merge(String declared) throws IOException {
    Files.writeString(probes, declared);
    session(k8s, probes).write();
  }

  private static MergeSession session(Path k8s, Path probes) throws IOException {
    return MergeSession.of(
        new MergeInputs(
            k8s,
            List.of(k8s),
            FileFilter.ALL,
            MergedProbes.read(List.of(probes)),
            MergeOptions.DEFAULT.withEveryMatch(true),
            RecordPlace.besideManifests()));
  }

  private List<String> contents() throws IOException {
    List<String> contents = new ArrayList<>();
    for (Path manifest : manifests) {
      contents.add(Files.readString(manifest));
    }
    return contents;
  }

  private List<Path> leftBehind() throws IOException {
    try (Stream<Path> files = Files.walk(k8s)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }

  /** A process that begins to write now. */
  private static Process process(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    assertThat(out.readLine()).isEqualTo("planned");
    return process;
  }

  /** What is killed. */
  static final class MergeProcess {
    private MergeProcess() {}

    public static void main(String[] arguments) throws IOException {
      MergeSession session = session(Path.of(arguments[0]), Path.of(arguments[1]));
      System.out.println("planned");
      session.write();
    }
  }

  /** What keeps, in a folder by number, all files as they are before each of its moves. */
  static final class WatchedMerge {
    private WatchedMerge() {}

    public static void main(String[] arguments) throws IOException {
      Path k8s = Path.of(arguments[0]);
      Path seen = Path.of(arguments[2]);
      MergeSession session = session(k8s, Path.of(arguments[1]));
      System.out.println("planned");
      AtomicInteger moves = new AtomicInteger();
      WatchedWrite.write(
          session.firstChanges(),
          session.changes(),
          () -> copyAll(k8s, seen.resolve("" + moves.getAndIncrement())));
    }
  }
}
