package dev.sonde.measured;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Whole numbers that were measured, each with how often: milliseconds, or mebibytes. Values were
 * rounded up, so that what is said about the largest of them holds for what was measured.
 *
 * @param counts how often each value was seen, in ascending order of the values
 */
public record Distribution(Map<Long, Integer> counts) {

  /** The largest value and the largest count: more than eleven days in milliseconds. */
  public static final int MAX = 1_000_000_000;

  private static final double MOST_OF_ALL = 0.99;

  /** Nothing was measured. */
  public static final Distribution NONE = new Distribution(Map.of());

  /**
   * Sorts and copies the counts, so that the value stays what it was.
   *
   * @throws IllegalArgumentException if a value is outside 0 to {@link #MAX}, or a count, or the
   *     sum of all, outside 1 to {@link #MAX}
   */
  public Distribution {
    TreeMap<Long, Integer> sorted = new TreeMap<>(counts);
    long sum = 0;
    for (Map.Entry<Long, Integer> entry : sorted.entrySet()) {
      demand("value", entry.getKey(), 0);
      demand("count", entry.getValue(), 1);
      sum += entry.getValue();
    }
    demand("number of values", sum, 0);
    counts = Collections.unmodifiableMap(sorted);
  }

  private static void demand(String what, long number, int least) {
    if (number < least || number > MAX) {
      throw new IllegalArgumentException(
          "%s %d is outside %d to %d.".formatted(what, number, least, MAX));
    }
  }

  /**
   * {@return the distribution of some values}
   *
   * @param values each at least 0 and at most {@link #MAX}
   */
  public static Distribution of(LongStream values) {
    Map<Long, Integer> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    return new Distribution(counts);
  }

  /**
   * {@return the values of both}
   *
   * @param other more values
   */
  public Distribution and(Distribution other) {
    Map<Long, Integer> sum = new TreeMap<>(counts);
    other.counts.forEach((value, count) -> sum.merge(value, count, Integer::sum));
    return new Distribution(sum);
  }

  /** {@return how many values there are} */
  public int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@return whether there is no value} */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /**
   * {@return the value of a rank in ascending order}
   *
   * @param rank from 1 for the smallest to {@link #size()} for the largest
   * @throws IllegalArgumentException if there is no such rank
   */
  public long atRank(int rank) {
    int left = rank;
    if (rank >= 1) {
      for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
        left -= entry.getValue();
        if (left <= 0) {
          return entry.getKey();
        }
      }
    }
    throw new IllegalArgumentException("rank %d is outside 1 to %d.".formatted(rank, size()));
  }

  /** {@return the smallest value, if there is one} */
  public OptionalLong smallest() {
    return isEmpty() ? OptionalLong.empty() : OptionalLong.of(atRank(1));
  }

  /** {@return the largest value, if there is one} */
  public OptionalLong largest() {
    return isEmpty() ? OptionalLong.empty() : OptionalLong.of(atRank(size()));
  }

  /** {@return the median, if there is a value: of two in the middle the larger one} */
  public OptionalLong median() {
    return isEmpty() ? OptionalLong.empty() : OptionalLong.of(atRank(size() / 2 + 1));
  }

  /**
   * {@return how many values are larger than a limit}
   *
   * @param limit in the values' unit
   */
  public int countAbove(long limit) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() > limit)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /**
   * {@return a value that at least a share of all future ones does not exceed, with a confidence;
   * nothing if there are too few values to say so} It is an order statistic, see {@link
   * OrderStatistics#upperRank}; it holds whatever the values' distribution is, as long as they are
   * independent.
   *
   * @param share between 0 and 1, without both, such as 0.99
   * @param confidence between 0 and 1, without both, such as 0.95
   */
  public OptionalLong upperBound(double share, double confidence) {
    int rank = OrderStatistics.upperRank(size(), share, confidence);
    return rank > size() ? OptionalLong.empty() : OptionalLong.of(atRank(rank));
  }

  /**
   * {@return what declared numbers are held against: the value that 99 % of future ones do not
   * exceed, with {@link OrderStatistics#CONFIDENCE}; the largest where there are too few values to
   * say so; nothing if there is none}
   */
  public Optional<UpperBound> bound() {
    OptionalLong most = upperBound(MOST_OF_ALL, OrderStatistics.CONFIDENCE);
    return most.isPresent()
        ? Optional.of(new UpperBound(most.getAsLong(), true))
        : largest().stream().mapToObj(value -> new UpperBound(value, false)).findFirst();
  }
}
