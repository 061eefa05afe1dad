package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.ProbeKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a kubelet counted of one probe since it was started; it says nothing about when.
 *
 * @param of which probe
 * @param results how many tries ended how: {@code successful}, {@code failed}, {@code unknown}
 * @param buckets how many tries took at most so many seconds
 */
record ProbeCounter(Of of, Map<String, Long> results, Map<Double, Long> buckets) {

  /**
   * One probe of a container.
   *
   * @param pod its pod
   * @param container the container's name
   * @param probe which of the three
   */
  record Of(PodKey pod, String container, ProbeKind probe) implements Comparable<Of> {

    private static final Comparator<Of> ORDER =
        Comparator.comparing(Of::pod).thenComparing(Of::container).thenComparing(Of::probe);

    /** Durations do not name the pod's uid. */
    boolean fits(Of other) {
      return pod.fits(other.pod) && container.equals(other.container) && probe == other.probe;
    }

    @Override
    public int compareTo(Of other) {
      return ORDER.compare(this, other);
    }
  }

  /** Copies the maps, so that the value stays what it was. */
  ProbeCounter {
    results = Collections.unmodifiableMap(new TreeMap<>(results));
    buckets = Collections.unmodifiableMap(new TreeMap<>(buckets));
  }

  static ProbeCounter none(Of of) {
    return new ProbeCounter(of, Map.of(), Map.of());
  }

  ProbeCounter as(Of other) {
    return new ProbeCounter(other, results, buckets);
  }

  ProbeCounter with(String result, long count) {
    Map<String, Long> more = new TreeMap<>(results);
    more.merge(result, count, Long::sum);
    return new ProbeCounter(of, more, buckets);
  }

  ProbeCounter withBucket(double atMost, long count) {
    Map<Double, Long> more = new TreeMap<>(buckets);
    more.merge(atMost, count, Long::sum);
    return new ProbeCounter(of, results, more);
  }

  long count(String result) {
    return results.getOrDefault(result, 0L);
  }

  /** {@return all tries whose duration was counted} */
  long timed() {
    return buckets.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /**
   * {@return the least bound of a bucket, in seconds, that so many of all tries stay under;
   * infinite if the largest bucket is too small}
   *
   * @param part of all tries, over 0 and at most 1
   */
  double boundOf(double part) {
    double wanted = part * timed();
    return buckets.entrySet().stream()
        .filter(bucket -> bucket.getValue() >= wanted)
        .mapToDouble(Map.Entry::getKey)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
