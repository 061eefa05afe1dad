package dev.sonde.measured;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was measured of the containers beside a project's manifests.
 *
 * @param series in the order of workload, container and limits; at most one of each
 */
public record Measurement(List<MeasuredSeries> series) {

  /** What the file is called. */
  public static final String FILE_NAME = "sonde-measured.yaml";

  /** The {@code kind} of the document. */
  public static final String KIND = "Measurement";

  private static final Comparator<MeasuredSeries> ORDER =
      comparing((MeasuredSeries one) -> one.workload().namespace().orElse(""))
          .thenComparing(one -> one.workload().kind().orElse(""))
          .thenComparing(one -> one.workload().name().orElse(""))
          .thenComparing(MeasuredSeries::container)
          .thenComparing(comparingInt(one -> one.limits().cpuMillis().orElse(Integer.MAX_VALUE)))
          .thenComparing(
              comparingInt(one -> one.limits().memoryMebibytes().orElse(Integer.MAX_VALUE)));

  /** Nothing was measured. */
  public static final Measurement NONE = new Measurement(List.of());

  /**
   * Sorts and copies the series, so that the value stays what it was.
   *
   * @throws IllegalArgumentException if two series are of the same container under the same limits
   */
  public Measurement {
    series = series.stream().sorted(ORDER).toList();
    for (int i = 1; i < series.size(); i++) {
      if (series.get(i).isOfTheSame(series.get(i - 1))) {
        throw new IllegalArgumentException(
            "two series are of container %s with %s."
                .formatted(series.get(i).container(), series.get(i).limits().words()));
      }
    }
  }

  /**
   * {@return this with one more series; one of the same container under the same limits goes}
   *
   * @param newer the series
   */
  public Measurement with(MeasuredSeries newer) {
    List<MeasuredSeries> all = new ArrayList<>(series);
    all.removeIf(newer::isOfTheSame);
    all.add(newer);
    return new Measurement(all);
  }
}
