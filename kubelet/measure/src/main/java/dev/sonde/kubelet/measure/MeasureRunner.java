package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.measured.MeasurementReader;
import dev.sonde.manifests.measured.MeasurementWriter;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.Measurement;
import dev.sonde.measured.OrderStatistics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures, shows how it goes, and writes what was measured; on Ctrl-C what there is until then.
 */
public final class MeasureRunner {

  /** Every run was complete. */
  public static final int COMPLETE = 0;

  /** Some run was not, or none was made. */
  public static final int FLAWED = 1;

  /** It could not be measured. */
  public static final int IMPOSSIBLE = 2;

  private static final int PATIENCE_SECONDS = 20;

  private final PrintStream out;
  private final PrintStream err;
  private final Path locks;

  /**
   * Creates it.
   *
   * @param out takes a line for each run, and what may be said in the end
   * @param err takes what went wrong
   */
  public MeasureRunner(PrintStream out, PrintStream err) {
    this(out, err, MeasureLock.shared());
  }

  /** As above, in a folder of its own. */
  MeasureRunner(PrintStream out, PrintStream err, Path locks) {
    this.out = out;
    this.err = err;
    this.locks = locks;
  }

  /**
   * Measures a container and puts the series into a file, beside those that are there.
   *
   * @param found the container
   * @param options how to measure
   * @param file the measurement
   * @return {@link #COMPLETE}, {@link #FLAWED} or {@link #IMPOSSIBLE}
   * @throws IOException if something cannot be read or written
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if there is such a file
   *     already and anything in it is wrong
   */
  public int run(ProbedContainer found, MeasureOptions options, Path file) throws IOException {
    Measurement before = Files.exists(file) ? MeasurementReader.read(file) : Measurement.NONE;
    long start = System.nanoTime();
    Duration own = ProcessFacts.own();
    CountDownLatch done = new CountDownLatch(1);
    try {
      MeasureSession session = new MeasureSession(found, options, file, locks, out::println);
      Thread onInterrupt = new Thread(() -> interrupt(session, done), "sonde-interrupt");
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      try {
        Optional<MeasuredSeries> series = session.run();
        if (series.isEmpty()) {
          err.println("No start succeeded, so nothing was written.");
          return FLAWED;
        }
        AllOrNothing.write(
            List.of(FileChange.output(file, MeasurementWriter.write(before.with(series.get())))));
        tell(series.get(), file, start, own);
        return session.isFlawed() ? FLAWED : COMPLETE;
      } finally {
        done.countDown();
        remove(onInterrupt);
      }
    } catch (MeasureException impossible) {
      err.println("sonde measure: " + impossible.getMessage());
      return IMPOSSIBLE;
    }
  }

  private static void interrupt(MeasureSession session, CountDownLatch done) {
    session.interrupt();
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      // It is Ctrl-C that ended the run.
    }
  }

  private void tell(MeasuredSeries series, Path file, long start, Duration own) {
    series
        .probes()
        .forEach(
            (kind, probe) -> {
              Distribution first = probe.firstSuccess();
              if (!first.isEmpty()) {
                out.println(
                    "%s: first success after %s (median), %s (largest of %d)."
                        .formatted(
                            kind.word(),
                            seconds(first.median().orElseThrow()),
                            seconds(first.largest().orElseThrow()),
                            first.size()));
              }
            });
    int starts = series.runs().started();
    if (series.limits().method() != LimitMethod.ATTACHED) {
      out.println(
          "%d %s: with %d %% confidence the largest covers %.0f %% of all starts; one in %d is expected to be slower. A 99th percentile needs %d."
              .formatted(
                  starts,
                  starts == 1 ? "start" : "starts",
                  Math.round(OrderStatistics.CONFIDENCE * 100),
                  Math.floor(OrderStatistics.covered(starts, OrderStatistics.CONFIDENCE) * 100),
                  starts + 1,
                  OrderStatistics.fewest(0.99, OrderStatistics.CONFIDENCE)));
    }
    double wall = (System.nanoTime() - start) / 1e9;
    out.println(
        String.format(
            Locale.ROOT,
            "Measuring took %.1f %% of a CPU, with its clients.",
            100 * ProcessFacts.own().minus(own).toNanos() / 1e9 / wall));
    out.println("Written to " + file + ".");
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
  }
}
