package dev.sonde.kubelet.internal.prober;

import static dev.sonde.kubelet.internal.prober.WorkerBench.liveness;
import static dev.sonde.kubelet.internal.prober.WorkerBench.readiness;
import static dev.sonde.kubelet.internal.prober.WorkerBench.running;
import static dev.sonde.kubelet.internal.prober.WorkerBench.state;
import static dev.sonde.kubelet.internal.prober.WorkerBench.timing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.prober.WorkerBench.Answer;
import dev.sonde.model.ProbeKind;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worker, step by step, as docs/kubelet.md numbers the steps. */
class ProbeWorkerTest {

  private static final Answer GOOD = new Answer(AttemptOutcome.SUCCESS, 0);

  @Nested
  class Step1Jitter {

    @ParameterizedTest(name = "kubelet up for {0} s, period 10 s: jitter {1}")
    @CsvSource({"0, true", "9.999, true", "10, false", "10.001, false", "1000000, false"})
    void waitsARandomPartOfAPeriodOnAKubeletUpForLessThanOne(double up, boolean jitter) {
      WorkerBench bench = liveness(10, 3);
      bench.kubeletStartedAt = -up;
      bench.start().until(30);
      assertThat(bench.log.contains("0 jittered")).isEqualTo(jitter);
      double first = bench.attempts.get(0);
      assertThat(first > 0).isEqualTo(jitter);
      assertThat(first).isLessThan(10);
      assertThat(bench.attempts.get(1)).isEqualTo(first + 10);
    }

    @Test
    void probesNothingWhenStoppedWhileItWaits() {
      WorkerBench bench = liveness(10, 3);
      bench.kubeletStartedAt = 0;
      bench.start();
      bench.worker().stop();
      bench.until(30);
      assertThat(bench.attempts).isEmpty();
      assertThat(bench.log).last().asString().endsWith("ended");
    }
  }

  @Nested
  class Step2Ticks {

    @Test
    void triesAtOnceAndThenOnEveryTickFromTheWorkersCreation() {
      WorkerBench bench = readiness(10, 1, 3);
      bench.until(4).start().until(40);
      assertThat(bench.attempts).containsExactly(4.0, 14.0, 24.0, 34.0);
    }

    @Test
    void keepsTheRhythmOverARestartOfTheContainer() {
      WorkerBench bench = readiness(10, 1, 3);
      bench.at(13, () -> bench.target = Optional.of(running(2, 13, true)));
      bench.start().until(35);
      assertThat(bench.attempts).containsExactly(0.0, 10.0, 20.0, 30.0);
    }
  }

  @Nested
  class Steps3And4Pod {

    @Test
    void waitsWhileThePodHasNoStatus() {
      WorkerBench bench = liveness(10, 3);
      bench.target = Optional.empty();
      bench.at(15, () -> bench.target = Optional.of(running(1, 0, true)));
      bench.start().until(25);
      assertThat(bench.attempts).containsExactly(20.0);
    }

    @Test
    void waitsWhileTheContainerHasNoId() {
      WorkerBench bench = liveness(10, 3);
      bench.target = Optional.of(running(0, 0, true));
      bench.at(15, () -> bench.target = Optional.of(running(1, 0, true)));
      bench.start().until(25);
      assertThat(bench.log).startsWith("20 initial success for 1");
      assertThat(bench.attempts).containsExactly(20.0);
    }

    @Test
    void endsWhenThePodHasFinished() {
      WorkerBench bench = liveness(10, 3);
      bench.target = Optional.of(new ProbeTarget(true, true, 1, ContainerState.RUNNING, 0, true));
      bench.start().until(25);
      assertThat(bench.log).containsExactly("0 ended");
    }
  }

  @Nested
  class Step5NewContainer {

    @ParameterizedTest
    @CsvSource({"STARTUP, unknown", "LIVENESS, success", "READINESS, failure"})
    void storesTheInitialValue(ProbeKind kind, String initial) {
      WorkerBench bench = new WorkerBench(kind, timing(100, 10, 1, 3));
      bench.start().until(5);
      assertThat(bench.log).containsExactly("0 initial " + initial + " for 1");
    }

    @Test
    void forgetsTheOldResultAndLeavesHold() {
      WorkerBench bench = liveness(10, 1);
      bench.at(15, () -> bench.target = Optional.of(running(2, 15, true)));
      bench.start().until(25);
      assertThat(bench.log)
          .containsExactly(
              "0 initial success for 1",
              "0 failure 1",
              "0 stored failure for 1",
              "20 initial success for 2",
              "20 failure 1",
              "20 stored failure for 2");
    }

    @Test
    void keepsTheRunOverAContainerThatCrashedByItself() {
      WorkerBench bench = liveness(10, 3);
      bench.at(15, () -> bench.target = Optional.of(running(2, 15, true)));
      bench.start().until(25);
      assertThat(bench.log).endsWith("20 failure 3", "20 stored failure for 2");
    }

    @ParameterizedTest(name = "started {0} s before the kubelet, newer release {1}")
    @CsvSource({
      "9, true, true",
      "10, true, true",
      "11, true, false",
      "10, false, true",
      "11, false, true"
    })
    void newerKubeletsStoreNoInitialValueForAContainerOlderThanTenSeconds(
        double before, boolean newer, boolean stored) {
      WorkerBench bench = new WorkerBench(ProbeKind.READINESS, timing(10_000, 10, 1, 3));
      bench.until(100);
      bench.kubeletStartedAt = 50;
      bench.keepsStatusOverRestart = newer;
      bench.target = Optional.of(running(1, 50 - before, true));
      bench.start().until(105);
      assertThat(bench.results.get(1).isPresent()).isEqualTo(stored);
    }
  }

  @Nested
  class Step6Hold {

    @Test
    void doesNothingOnHold() {
      WorkerBench bench = liveness(10, 2);
      bench.start().until(100);
      assertThat(bench.attempts).containsExactly(0.0, 10.0);
    }
  }

  @Nested
  class Step7NotRunning {

    @ParameterizedTest(name = "{0}, restartable {1}: ends {2}")
    @CsvSource({
      "TERMINATED, true, false",
      "TERMINATED, false, true",
      "WAITING, true, false",
      "WAITING, false, false"
    })
    void storesFailureAndEndsOnlyWhenItCannotComeBack(
        ContainerState state, boolean restartable, boolean ends) {
      WorkerBench bench = readiness(10, 1, 3);
      bench.application = at -> GOOD;
      bench.at(5, () -> bench.target = Optional.of(state(state, restartable)));
      bench.start().until(35);
      assertThat(bench.log).contains("10 stored failure for 1");
      assertThat(bench.log.contains("10 ended")).isEqualTo(ends);
      assertThat(bench.attempts).containsExactly(0.0);
    }
  }

  @Nested
  class Step9InitialDelay {

    @ParameterizedTest(name = "delay {0} s, started at {1} s: first try at {2} s")
    @CsvSource({"0, 0, 0", "1, 0, 1", "5, 0, 5", "5, 0.5, 6", "5, 1, 6", "3, 0.001, 4"})
    void countsWholeSecondsFromTheContainersStart(int delay, double startedAt, double first) {
      WorkerBench bench = new WorkerBench(ProbeKind.LIVENESS, timing(delay, 1, 1, 3));
      bench.target = Optional.of(running(1, startedAt, true));
      bench.start().until(10);
      assertThat(bench.attempts).first().isEqualTo(first);
    }

    @Test
    void countsAnewForEachInstance() {
      WorkerBench bench = new WorkerBench(ProbeKind.READINESS, timing(5, 1, 1, 3));
      bench.at(7.5, () -> bench.target = Optional.of(running(2, 7.5, true)));
      bench.start().until(14);
      assertThat(bench.attempts).containsExactly(5.0, 6.0, 7.0, 13.0, 14.0);
    }
  }

  @Nested
  class Step10Gate {

    @ParameterizedTest(name = "{0}, started {1}: probes {2}")
    @CsvSource({
      "STARTUP, true, false", "STARTUP, false, true", "LIVENESS, true, true",
      "LIVENESS, false, false", "READINESS, true, true", "READINESS, false, false"
    })
    void startupRunsBeforeTheContainerIsStartedTheOthersAfter(
        ProbeKind kind, boolean started, boolean probes) {
      WorkerBench bench = new WorkerBench(kind, timing(0, 10, 1, 3));
      bench.target = Optional.of(running(1, 0, started));
      bench.start().until(5);
      assertThat(!bench.attempts.isEmpty()).isEqualTo(probes);
    }
  }

  @Nested
  class Overrun {

    @ParameterizedTest(name = "period {0} s, tries of {1} s: spacing {2} s")
    @CsvSource({"1, 3, 3", "2, 3, 3", "3, 3, 3", "4, 3, 4", "2, 5, 5", "10, 1, 10"})
    void triesThatTimeOutAreSpacedByTheLongerOfPeriodAndTimeout(
        int period, double takes, double spacing) {
      WorkerBench bench = readiness(period, 1, 3);
      bench.application = at -> new Answer(AttemptOutcome.failure("timeout"), takes);
      bench.start().until(100);
      assertThat(bench.attempts).startsWith(0.0, spacing, 2 * spacing, 3 * spacing, 4 * spacing);
    }

    @Test
    void oneMissedTickFiresAtOnceAndTheRhythmStays() {
      WorkerBench bench = readiness(2, 1, 3);
      bench.application = at -> new Answer(AttemptOutcome.SUCCESS, at == 0 ? 5 : 0);
      bench.start().until(10);
      assertThat(bench.attempts).containsExactly(0.0, 5.0, 6.0, 8.0, 10.0);
    }
  }

  @Nested
  class OutOfTurn {

    @ParameterizedTest(name = "newer kubelet {0}")
    @CsvSource({"true, 14", "false, 10"})
    void runsAtOnceAndNewerKubeletsRestartThePeriod(boolean newer, double next) {
      WorkerBench bench = readiness(10, 1, 3);
      bench.extraTryRestartsTicker = newer;
      bench.at(4, () -> bench.worker().poke());
      bench.start().until(16);
      assertThat(bench.attempts).containsExactly(0.0, 4.0, next);
    }

    @Test
    void isSubjectToTheInitialDelay() {
      WorkerBench bench = new WorkerBench(ProbeKind.READINESS, timing(5, 10, 1, 3));
      bench.at(3, () -> bench.worker().poke());
      bench.start().until(12);
      assertThat(bench.attempts).isEmpty();
      bench.until(13);
      assertThat(bench.attempts).containsExactly(13.0);
    }

    @Test
    void isSubjectToTheGate() {
      WorkerBench bench = readiness(10, 1, 3);
      bench.target = Optional.of(running(1, 0, false));
      bench.at(3, () -> bench.worker().poke());
      bench.start().until(9);
      assertThat(bench.attempts).isEmpty();
    }

    @Test
    void duringATryOneWishIsKept() {
      WorkerBench bench = readiness(10, 1, 3);
      bench.application = at -> new Answer(AttemptOutcome.failure("slow"), 2);
      bench.at(1, () -> bench.worker().poke());
      bench.at(1.5, () -> bench.worker().poke());
      bench.start().until(11);
      assertThat(bench.attempts).containsExactly(0.0, 2.0);
    }
  }

  @Nested
  class Stop {

    @Test
    void aStoppedWorkerForgetsItsResultAndNeverTriesAgain() {
      WorkerBench bench = readiness(10, 1, 3);
      bench.application = at -> GOOD;
      bench.at(5, () -> bench.worker().stop());
      bench.start().until(50);
      assertThat(bench.attempts).containsExactly(0.0);
      assertThat(bench.result()).isEmpty();
      assertThat(bench.log).endsWith("5 ended");
    }

    @Test
    void aTryUnderWayIsLeftToFinish() {
      WorkerBench bench = readiness(10, 1, 3);
      bench.application = at -> new Answer(AttemptOutcome.SUCCESS, 2);
      bench.at(1, () -> bench.worker().stop());
      bench.start().until(50);
      assertThat(bench.log).endsWith("2 success 1", "2 stored success for 1", "2 ended");
    }
  }
}
