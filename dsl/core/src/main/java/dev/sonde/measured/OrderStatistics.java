package dev.sonde.measured;

/**
 * What independent measurements allow to say without any assumption about their distribution. With
 * {@code n} of them the one of rank {@code k} is at least the {@code p}-quantile with the
 * probability that a binomial variable of {@code n} and {@code p} is below {@code k}.
 */
public final class OrderStatistics {

  /** The confidence that Sonde's findings use. */
  public static final double CONFIDENCE = 0.95;

  private OrderStatistics() {}

  /**
   * {@return the smallest rank whose value is an upper bound of a quantile; {@code n + 1} if even
   * the largest value is none}
   *
   * @param n how many values there are, at least 0
   * @param share the quantile, between 0 and 1 without both
   * @param confidence of the bound, between 0 and 1 without both
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static int upperRank(int n, double share, double confidence) {
    demand(n >= 0 && isShare(share) && isShare(confidence), n, share, confidence);
    double odds = Math.log1p(-share) - Math.log(share);
    double logOfTerm = n * Math.log(share);
    double tail = 0;
    int rank = n + 1;
    while (rank > 1) {
      tail += Math.exp(logOfTerm);
      if (tail > 1 - confidence) {
        return rank;
      }
      rank--;
      logOfTerm += Math.log(rank) - Math.log(n - rank + 1.0) + odds;
    }
    return rank;
  }

  /**
   * {@return the fewest values whose largest is an upper bound of a quantile}
   *
   * @param share the quantile, between 0 and 1 without both
   * @param confidence of the bound, between 0 and 1 without both
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static int fewest(double share, double confidence) {
    demand(isShare(share) && isShare(confidence), 0, share, confidence);
    return (int) Math.ceil(Math.log1p(-confidence) / Math.log(share) - 1e-9);
  }

  /**
   * {@return the share of future values that the largest of {@code n} covers, with a confidence}
   *
   * @param n how many values there are, at least 1
   * @param confidence between 0 and 1 without both
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static double covered(int n, double confidence) {
    demand(n >= 1 && isShare(confidence), n, 0.5, confidence);
    return Math.pow(1 - confidence, 1.0 / n);
  }

  private static boolean isShare(double number) {
    return number > 0 && number < 1;
  }

  private static void demand(boolean right, int n, double share, double confidence) {
    if (!right) {
      throw new IllegalArgumentException(
          "n = %d, share = %s, confidence = %s: give a count, and numbers between 0 and 1."
              .formatted(n, share, confidence));
    }
  }
}
