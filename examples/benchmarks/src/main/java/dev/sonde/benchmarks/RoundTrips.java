package dev.sonde.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.ManifestMerge;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergePlan;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.model.ProbeSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/**
 * The same probes brought into the same manifest by Sonde, by reading and writing it with Jackson,
 * and by {@code kubectl kustomize}: how long it takes, and what is left of the manifest.
 */
public final class RoundTrips {

  private static final int ROUNDS_IN_JAVA = 30;
  private static final int ROUNDS_OF_PROCESSES = 3;

  /** A way to bring probes into a manifest. */
  interface Tool {
    /**
     * {@return the manifest with the probes in it}
     *
     * @param manifest some YAML documents
     * @param probes the probes of one container
     */
    String apply(String manifest, ProbeSet probes) throws Exception;
  }

  private RoundTrips() {}

  /**
   * Prints a line for each tool.
   *
   * @param args none, or how many Deployments the manifest holds
   * @throws Exception if a tool fails
   */
  public static void main(String[] args) throws Exception {
    int deployments = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    StringBuilder manifest = new StringBuilder();
    for (int i = 0; i < deployments; i++) {
      manifest.append(ManifestPieces.application(i));
    }
    ProbeSet probes = ManifestShape.ONE_TARGET_AMONG_MANY.probes().get(0);
    String before = manifest.toString();
    System.out.printf(
        "%,d characters, %d comments, %d lines%n",
        before.length(), comments(before), before.lines().count());
    measure("sonde", RoundTrips::merge, ROUNDS_IN_JAVA, before, probes);
    measure("jackson", new JacksonRoundTrip(), ROUNDS_IN_JAVA, before, probes);
    if (KubectlKustomize.isHere()) {
      measure("kubectl kustomize", new KubectlKustomize(), ROUNDS_OF_PROCESSES, before, probes);
    } else {
      System.out.println("kubectl is not on the path, so kustomize is left out.");
    }
  }

  private static String merge(String manifest, ProbeSet probes) {
    List<ManifestFile> files = List.of(ManifestFile.of("all.yaml", manifest.getBytes(UTF_8)));
    MergePlan plan =
        ManifestMerge.plan(files, List.of(probes), MergeOptions.DEFAULT, MergeRecord.EMPTY);
    return new String(plan.files().get(0).bytes(), UTF_8);
  }

  private static void measure(String name, Tool tool, int rounds, String before, ProbeSet probes)
      throws Exception {
    String after = "";
    long best = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      after = tool.apply(before, probes);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        Locale.ROOT,
        "%-18s %8.1f ms, keeps %d comments, %d lines are gone, %d are new%n",
        name,
        best / 1e6,
        comments(after),
        linesOnlyIn(before, after),
        linesOnlyIn(after, before));
  }

  private static long comments(String text) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setParseComments(true).build();
    long count = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      count += event.getEventId() == Event.ID.Comment ? 1 : 0;
    }
    return count;
  }

  private static long linesOnlyIn(String text, String other) {
    Map<String, Integer> lines = new HashMap<>();
    other.lines().forEach(line -> lines.merge(line, 1, Integer::sum));
    return text.lines().filter(line -> lines.merge(line, -1, Integer::sum) < 0).count();
  }
}
