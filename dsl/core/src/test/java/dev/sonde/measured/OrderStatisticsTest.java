package dev.sonde.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticsTest {

  @ParameterizedTest
  @CsvSource({
    "0.90, 0.90, 22", "0.90, 0.95, 29", "0.90, 0.99, 44",
    "0.95, 0.90, 45", "0.95, 0.95, 59", "0.95, 0.99, 90",
    "0.99, 0.90, 230", "0.99, 0.95, 299", "0.99, 0.99, 459"
  })
  void soManyAreNeededForTheLargestToBoundAQuantile(double share, double confidence, int fewest) {
    assertThat(OrderStatistics.fewest(share, confidence)).isEqualTo(fewest);
    assertThat(OrderStatistics.upperRank(fewest, share, confidence)).isEqualTo(fewest);
    assertThat(OrderStatistics.upperRank(fewest - 1, share, confidence)).isEqualTo(fewest);
  }

  /** From tables of nonparametric tolerance bounds: the second and third largest. */
  @ParameterizedTest
  @CsvSource({"0.95, 93, 1", "0.99, 473, 1", "0.99, 628, 2"})
  void moreOfThemLetASmallerOneBoundIt(double share, int n, int below) {
    assertThat(OrderStatistics.upperRank(n, share, 0.95)).isEqualTo(n - below);
    assertThat(OrderStatistics.upperRank(n - 1, share, 0.95)).isEqualTo(n - below);
  }

  @ParameterizedTest
  @CsvSource({"5, 0.55", "10, 0.74", "20, 0.86", "30, 0.905", "59, 0.95", "100, 0.97", "299, 0.99"})
  void theLargestCoversAShare(int n, double share) {
    assertThat(OrderStatistics.covered(n, 0.95)).isCloseTo(share, within(0.006));
  }

  /** 100,000 values would underflow without logarithms. */
  @Test
  void manyValuesAreNoProblem() {
    assertThat(OrderStatistics.upperRank(100_000, 0.99, 0.95)).isBetween(99_040, 99_060);
  }

  /** Whatever the distribution, the bound holds as often as it says. */
  @Test
  void theBoundHoldsAsOftenAsItSays() {
    Random random = new Random(7);
    int held = 0;
    for (int i = 0; i < 2_000; i++) {
      Distribution some =
          Distribution.of(
              LongStream.generate(() -> (long) (1_000_000 * Math.pow(random.nextDouble(), 9)))
                  .limit(100));
      held += some.upperBound(0.9, 0.95).orElseThrow() >= 1_000_000 * Math.pow(0.9, 9) ? 1 : 0;
    }
    assertThat(held).isBetween(1_890, 1_980);
  }

  @Test
  void tenValuesSayNothingOfA99thPercentile() {
    assertThat(Distribution.of(LongStream.range(0, 10)).upperBound(0.99, 0.95)).isEmpty();
    assertThat(Distribution.NONE.upperBound(0.5, 0.95)).isEmpty();
  }

  @Test
  void ranksAreCountedFromTheSmallest() {
    Distribution some = new Distribution(Map.of(7L, 2, 3L, 1, 900L, 1));
    assertThat(LongStream.rangeClosed(1, 4).map(rank -> some.atRank((int) rank)))
        .containsExactly(3L, 7L, 7L, 900L);
    assertThat(some.median()).hasValue(7);
    assertThat(some.countAbove(7)).isEqualTo(1);
    assertThat(some.and(some).size()).isEqualTo(8);
    assertThatThrownBy(() -> some.atRank(0)).hasMessage("rank 0 is outside 1 to 4.");
    assertThatThrownBy(() -> some.atRank(5)).hasMessage("rank 5 is outside 1 to 4.");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> OrderStatistics.upperRank(1, 1, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Distribution(Map.of(-1L, 1)))
        .hasMessageStartingWith("value -1 is outside");
    assertThatThrownBy(() -> new Distribution(Map.of(1L, 0)))
        .hasMessageStartingWith("count 0 is outside");
    assertThatThrownBy(() -> new MeasuredRuns(1, 0, 0, 0, 2))
        .hasMessage("more runs were disturbed than there were.");
  }
}
