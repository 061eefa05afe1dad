package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.Measurement;
import dev.sonde.measured.OrderStatistics;
import dev.sonde.measured.UpperBound;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What was measured of a container, as far as numbers of probes rest on it.
 *
 * @param starts milliseconds from the process' start to the first success that ends it
 * @param timeouts the least timeout of each probe that answers would have needed, in seconds
 * @param stop the longest of at least {@value #LEAST_STOPS} stops, in milliseconds
 * @param source under which limits it was measured; empty if nothing was
 */
record StartEvidence(
    Distribution starts, Map<ProbeKind, Long> timeouts, OptionalLong stop, String source) {

  /** Nothing was measured. */
  static final StartEvidence NONE =
      new StartEvidence(Distribution.NONE, Map.of(), OptionalLong.empty(), "");

  private static final long MILLIS = 1000;

  /** The largest of fewer stops says little about the next one. */
  static final int LEAST_STOPS = 10;

  /** Copies the map, so that the value stays what it was. */
  StartEvidence {
    timeouts = Map.copyOf(timeouts);
  }

  /**
   * {@return what a measurement says of a container; of several limits those with the slowest
   * starts}
   *
   * @param file what to call the measurement in messages
   * @param measurement the measurement
   * @param probed the container
   * @param workload the name of its workload, if it is known
   * @throws UnreadableDocumentException if it is of other containers only
   */
  static StartEvidence of(
      String file, Measurement measurement, ProbedContainer probed, Optional<String> workload) {
    Optional<String> name = probed.container().name();
    List<MeasuredSeries> own =
        measurement.series().stream()
            .filter(series -> name.isEmpty() || name.get().equals(series.container()))
            .filter(series -> isOf(series, workload))
            .toList();
    Optional<MeasuredSeries> slowest =
        own.stream()
            .filter(series -> !starts(series).isEmpty())
            .max(Comparator.comparingLong(series -> starts(series).largest().orElse(0)));
    if (slowest.isEmpty()) {
      throw UnreadableDocumentException.of(
          file,
          InputRules.CHOICE_UNKNOWN.finding(
              FieldPath.ROOT,
              "no start of container "
                  + name.orElse("?")
                  + workload.map(some -> " of " + some).orElse("")
                  + " was measured; there is: "
                  + names(measurement)
                  + ".",
              "Measure this container, or choose the one that was."));
    }
    return of(slowest.get());
  }

  private static boolean isOf(MeasuredSeries series, Optional<String> workload) {
    Optional<String> measured = series.workload().name();
    return measured.isEmpty() || workload.isEmpty() || measured.equals(workload);
  }

  private static String names(Measurement measurement) {
    List<String> names =
        measurement.series().stream()
            .map(
                series ->
                    series.workload().name().map(name -> name + "/").orElse("")
                        + series.container())
            .distinct()
            .toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static StartEvidence of(MeasuredSeries series) {
    Map<ProbeKind, Long> timeouts = new EnumMap<>(ProbeKind.class);
    series
        .probes()
        .forEach(
            (kind, probe) ->
                slowestAnswer(probe)
                    .ifPresent(millis -> timeouts.put(kind, (millis + MILLIS - 1) / MILLIS)));
    Distribution stops = series.stop().all();
    return new StartEvidence(
        starts(series),
        timeouts,
        stops.size() < LEAST_STOPS ? OptionalLong.empty() : stops.largest(),
        series.limits().words());
  }

  /** The probe that ends the start: startup, or else liveness, or else readiness. */
  private static Distribution starts(MeasuredSeries series) {
    return Stream.of(ProbeKind.STARTUP, ProbeKind.LIVENESS, ProbeKind.READINESS)
        .flatMap(kind -> series.probe(kind).stream())
        .map(MeasuredProbe::firstSuccess)
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElse(Distribution.NONE);
  }

  /** Of few answers the largest counts, in each phase: the first ten seconds are the worst. */
  private static OptionalLong slowestAnswer(MeasuredProbe probe) {
    return Stream.of(AnswerPhase.values())
        .flatMap(phase -> probe.in(phase).latency().bound().stream())
        .mapToLong(UpperBound::value)
        .max();
  }

  boolean isEmpty() {
    return starts.isEmpty();
  }

  /** {@return the timeout that a probe needs at least, in seconds} */
  OptionalLong timeout(ProbeKind kind) {
    Long seconds = timeouts.get(kind);
    return seconds == null ? OptionalLong.empty() : OptionalLong.of(Math.max(seconds, 1));
  }

  /** {@return one of the measured starts, each as likely as it was seen, in milliseconds} */
  long drawn(RandomGenerator random) {
    return starts.atRank(1 + random.nextInt(starts.size()));
  }

  /** {@return what so many starts allow to say} */
  String words() {
    int n = starts.size();
    long covered = (long) (100 * OrderStatistics.covered(n, OrderStatistics.CONFIDENCE));
    return n
        + " measured starts with "
        + source
        + ": the largest covers "
        + covered
        + " % of starts like these with 95 % confidence, and one in "
        + (n + 1)
        + " is expected to be slower";
  }
}
