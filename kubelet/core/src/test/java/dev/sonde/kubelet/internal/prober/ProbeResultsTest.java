package dev.sonde.kubelet.internal.prober;

import static dev.sonde.kubelet.internal.prober.WorkerBench.liveness;
import static dev.sonde.kubelet.internal.prober.WorkerBench.readiness;
import static dev.sonde.kubelet.internal.prober.WorkerBench.startup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.internal.prober.WorkerBench.Answer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker makes of the results of its tries, by the steps of docs/kubelet.md. */
class ProbeResultsTest {

  private static final Answer GOOD = new Answer(AttemptOutcome.SUCCESS, 0);
  private static final Answer BAD = new Answer(AttemptOutcome.failure("no"), 0);
  private static final Answer ERROR = new Answer(AttemptOutcome.error("broken"), 0);

  @Nested
  class Step11Errors {

    @Test
    void triesAtOnceAgainUpToThreeAttempts() {
      WorkerBench bench = liveness(10, 1);
      bench.application = at -> new Answer(AttemptOutcome.error("broken"), 0.5);
      bench.start().until(9);
      assertThat(bench.attempts).containsExactly(0.0, 0.5, 1.0);
      assertThat(bench.log).containsExactly("0 initial success for 1", "1.5 error after 3");
    }

    @Test
    void anAttemptThatIsNoErrorCounts() {
      WorkerBench bench = liveness(10, 1);
      bench.application = at -> bench.attempts.size() < 3 ? ERROR : BAD;
      bench.start().until(9);
      assertThat(bench.log).endsWith("0 failure 1", "0 stored failure for 1");
    }

    @Test
    void anErrorLeavesTheCountersAlone() {
      WorkerBench bench = liveness(10, 3);
      bench.application = at -> at == 10 ? ERROR : BAD;
      bench.start().until(35);
      assertThat(bench.log)
          .containsSubsequence("0 failure 1", "10 error after 3", "20 failure 2", "30 failure 3");
    }
  }

  @Nested
  class Steps12And13Thresholds {

    @ParameterizedTest(name = "failureThreshold {0}")
    @CsvSource({"1, 0", "2, 10", "3, 20", "4, 30"})
    void failureCountsAtItsThreshold(int threshold, int at) {
      WorkerBench bench = liveness(10, threshold);
      bench.start().until(100);
      assertThat(bench.log).endsWith(at + " stored failure for 1");
    }

    @ParameterizedTest(name = "successThreshold {0}")
    @CsvSource({"1, 0", "2, 10", "3, 20"})
    void successCountsAtItsThreshold(int threshold, int at) {
      WorkerBench bench = readiness(10, threshold, 3);
      bench.application = any -> GOOD;
      bench.start().until(100);
      assertThat(bench.log).contains(at + " stored success for 1");
    }

    @Test
    void oneOtherResultStartsTheRunAnew() {
      WorkerBench bench = liveness(10, 3);
      bench.application = at -> at == 20 ? GOOD : BAD;
      bench.start().until(55);
      assertThat(bench.log)
          .containsSubsequence(
              "10 failure 2",
              "20 success 1",
              "30 failure 1",
              "50 failure 3",
              "50 stored failure for 1");
    }

    @Test
    void aWarningIsASuccess() {
      WorkerBench bench = readiness(10, 1, 3);
      bench.application = at -> new Answer(AttemptOutcome.warning("redirect"), 0);
      bench.start().until(5);
      assertThat(bench.log).endsWith("0 warning 1", "0 stored success for 1");
    }

    @Test
    void anUnchangedResultRaisesNoUpdate() {
      WorkerBench bench = readiness(10, 1, 1);
      bench.application = at -> GOOD;
      bench.start().until(35);
      assertThat(bench.log).filteredOn(line -> line.contains("stored")).hasSize(1);
    }

    @Test
    void startupGoesOnHoldAfterSuccess() {
      WorkerBench bench = startup(10, 3);
      bench.application = at -> GOOD;
      bench.start().until(35);
      assertThat(bench.attempts).containsExactly(0.0);
      assertThat(bench.result()).contains(ProbeResult.SUCCESS);
    }

    @Test
    void startupGoesOnHoldAfterFailure() {
      WorkerBench bench = startup(10, 2);
      bench.start().until(35);
      assertThat(bench.attempts).containsExactly(0.0, 10.0);
      assertThat(bench.worker().run()).isZero();
    }

    @Test
    void readinessNeverGoesOnHold() {
      WorkerBench bench = readiness(10, 1, 1);
      bench.start().until(25);
      assertThat(bench.attempts).containsExactly(0.0, 10.0, 20.0);
    }
  }
}
