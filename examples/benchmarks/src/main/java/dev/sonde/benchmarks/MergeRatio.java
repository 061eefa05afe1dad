package dev.sonde.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.FilePlan;
import dev.sonde.manifests.merge.ManifestMerge;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergePlan;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Merging and checking manifests of 5 MB beside the bare event parse of the same bytes.
 *
 * <p>A cold time is that of the first and only call of a Java virtual machine, the best of a few.
 * Warm times come from one machine that does all three in turn; the best round of each counts.
 */
public final class MergeRatio {

  private static final int COLD_RUNS = 5;
  private static final int WARM_ROUNDS = 12;

  /** What is measured. */
  private enum Work {
    /** The parser's own events, looked at by nobody. */
    EVENTS {
      @Override
      long on(byte[] manifest, List<ProbeSet> probes) {
        LoadSettings unlimited =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        long count = 0;
        for (Event event : new Parse(unlimited).parseString(new String(manifest, UTF_8))) {
          count += event == null ? 0 : 1;
        }
        return count;
      }
    },
    /** From the bytes that were read to the bytes to write, proof included. */
    MERGE {
      @Override
      long on(byte[] manifest, List<ProbeSet> probes) {
        return plan(manifest, probes).files().stream().map(FilePlan::bytes).count();
      }
    },
    /** From the bytes that were read to the findings and the difference. */
    CHECK {
      @Override
      long on(byte[] manifest, List<ProbeSet> probes) {
        return DriftReport.of(plan(manifest, probes), Severity.ERROR).findings().size();
      }
    };

    abstract long on(byte[] manifest, List<ProbeSet> probes);

    long nanoseconds(byte[] manifest, List<ProbeSet> probes) {
      long start = System.nanoTime();
      if (on(manifest, probes) == 0) {
        throw new IllegalStateException(this + " found nothing to do");
      }
      return System.nanoTime() - start;
    }
  }

  private MergeRatio() {}

  /**
   * Prints times and ratios for each shape of manifest.
   *
   * @param args none; or, as it starts itself, a shape and what to do once
   * @throws Exception if a machine cannot be started
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      ManifestShape shape = ManifestShape.valueOf(args[0]);
      byte[] manifest = shape.text().getBytes(UTF_8);
      System.out.println(Work.valueOf(args[1]).nanoseconds(manifest, shape.probes()));
      return;
    }
    System.out.printf(
        "%-22s %10s %4s %9s %9s %6s %9s %6s%n",
        "manifest", "bytes", "", "events ms", "merge ms", "ratio", "check ms", "ratio");
    for (ManifestShape shape : ManifestShape.values()) {
      cold(shape);
      warm(shape);
    }
  }

  private static void cold(ManifestShape shape) throws IOException, InterruptedException {
    List<long[]> runs = new ArrayList<>();
    for (int run = 0; run < COLD_RUNS; run++) {
      long[] nanoseconds = new long[Work.values().length];
      for (Work work : Work.values()) {
        nanoseconds[work.ordinal()] = inNewMachine(shape, work);
      }
      runs.add(nanoseconds);
    }
    print(shape, "cold", runs);
  }

  private static long inNewMachine(ManifestShape shape, Work work)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                MergeRatio.class.getName(),
                shape.name(),
                work.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(work + " of " + shape + " failed");
    }
    return Long.parseLong(said);
  }

  private static void warm(ManifestShape shape) {
    byte[] manifest = shape.text().getBytes(UTF_8);
    List<long[]> rounds = new ArrayList<>();
    for (int round = 0; round < WARM_ROUNDS; round++) {
      long[] nanoseconds = new long[Work.values().length];
      for (Work work : Work.values()) {
        nanoseconds[work.ordinal()] = work.nanoseconds(manifest, shape.probes());
      }
      rounds.add(nanoseconds);
    }
    print(shape, "warm", rounds);
  }

  private static MergePlan plan(byte[] manifest, List<ProbeSet> probes) {
    List<ManifestFile> files = List.of(ManifestFile.of("big.yaml", manifest));
    MergePlan plan = ManifestMerge.plan(files, probes, MergeOptions.DEFAULT, MergeRecord.EMPTY);
    if (!plan.refusals().isEmpty()) {
      throw new IllegalStateException(plan.refusals().get(0).toString());
    }
    return plan;
  }

  private static void print(ManifestShape shape, String heat, List<long[]> runs) {
    double events = best(runs, Work.EVENTS);
    double merge = best(runs, Work.MERGE);
    double check = best(runs, Work.CHECK);
    System.out.printf(
        Locale.ROOT,
        "%-22s %,10d %4s %9.0f %9.0f %6.2f %9.0f %6.2f%n",
        shape.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        shape.text().getBytes(UTF_8).length,
        heat,
        events,
        merge,
        merge / events,
        check,
        check / events);
  }

  private static double best(List<long[]> runs, Work work) {
    return runs.stream()
            .map(run -> run[work.ordinal()])
            .min(Comparator.naturalOrder())
            .orElseThrow()
        / 1e6;
  }
}
