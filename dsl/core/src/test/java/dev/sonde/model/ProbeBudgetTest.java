package dev.sonde.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeBudgetTest {

  private static final ProbeBudget DEFAULT = new ProbeBudget(ProbeTiming.DEFAULT);

  @Test
  void tellsWhatKubernetesDefaultsMean() {
    assertThat(DEFAULT.firstTrySoonest()).hasSeconds(0);
    assertThat(DEFAULT.firstTryLatest()).hasSeconds(10);
    assertThat(DEFAULT.refusalNoticedSoonest()).hasSeconds(20);
    assertThat(DEFAULT.refusalNoticedLatest()).hasSeconds(30);
    assertThat(DEFAULT.hangNoticedSoonest()).hasSeconds(21);
    assertThat(DEFAULT.hangNoticedLatest()).hasSeconds(31);
    assertThat(DEFAULT.recoveryNoticedLatest()).hasSeconds(11);
  }

  /** Rows of d, t, p, s, f. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 10, 1, 3,  20, 31",
    "1, 1, 5, 1, 1,   0, 7",
    "5, 1, 5, 1, 1,   4, 11",
    "30, 1, 10, 1, 30, 319, 331",
    "0, 20, 10, 1, 3, 20, 70",
    "0, 1, 2147483647, 1, 2147483647, 4611686011984936962, 4611686014132420610",
  })
  void boundsTheStart(int d, int t, int p, int s, int f, long guaranteed, long longest) {
    ProbeBudget budget = budget(d, t, p, s, f);

    assertThat(budget.guaranteedStart()).hasSeconds(guaranteed);
    assertThat(budget.longestStart()).hasSeconds(longest);
  }

  @Test
  void hangingTriesFollowEachOtherAtTheirTimeout() {
    ProbeBudget budget = budget(0, 20, 10, 1, 3);

    assertThat(budget.hangNoticedSoonest()).hasSeconds(60);
    assertThat(budget.hangNoticedLatest()).hasSeconds(70);
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "9, 16", "10, 16", "11, 17"})
  void isReadyAfterTheDelayOrTheApplicationWhicheverIsLater(long wellAfter, long ready) {
    ProbeBudget budget = budget(10, 2, 2, 2, 1);

    assertThat(budget.readyLatest(Duration.ofSeconds(wellAfter))).hasSeconds(ready);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,2", "10,2", "11,3", "20,3", "21,4"})
  void findsTheSmallestThresholdThatGuaranteesAStart(long wanted, int threshold) {
    assertThat(DEFAULT.failureThresholdFor(Duration.ofSeconds(wanted))).isEqualTo(threshold);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "5,1", "6,2", "15,2", "16,3"})
  void findsTheSmallestThresholdThoughUpToASecondOfADelayIsLost(long wanted, int threshold) {
    ProbeBudget delayed = budget(6, 1, 10, 1, 3);

    assertThat(delayed.failureThresholdFor(Duration.ofSeconds(wanted))).isEqualTo(threshold);
    assertThat(budget(6, 1, 10, 1, threshold).guaranteedStart().toSeconds())
        .isGreaterThanOrEqualTo(wanted);
    assertThat(delayed.firstTrySoonest()).hasSeconds(5);
  }

  private static ProbeBudget budget(int d, int t, int p, int s, int f) {
    return ProbeBudget.of(
        Probe.builder()
            .initialDelaySeconds(d)
            .timeoutSeconds(t)
            .periodSeconds(p)
            .successThreshold(s)
            .failureThreshold(f)
            .build());
  }
}
