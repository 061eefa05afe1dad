package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Suites of all sorts, and what they notice. Ten seconds pass in one. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class ProbeMutationsTest {

  private static final String[] THRESHOLDS = {
    "livenessProbe.removed", "livenessProbe.failureThreshold"
  };

  static final class LooksClosely {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void isRestartedAfterAHang(Kubelet kubelet) throws Exception {
      kubelet.awaitReady();
      Customer.get(PORT, "/admin/hang");
      kubelet.restartsWithin(Duration.ofSeconds(45));
    }

    @Test
    void survivesAPause(Kubelet kubelet) {
      kubelet.awaitReady().survivesStall(Duration.ofSeconds(14));
    }
  }

  @Test
  void aSuiteThatLooksCloselyNoticesEveryChange() {
    List<String> progress = new ArrayList<>();
    MutationReport report =
        ProbeMutations.of(LooksClosely.class).only(THRESHOLDS).progress(progress::add).run();
    report.demandAllNoticed();
    assertThat(report.text())
        .isEqualTo(
            """
            LooksClosely noticed 3 of 3 changes of the probes.
            Noticed:
              shop: livenessProbe removed: noticed by isRestartedAfterAHang(Kubelet)
              shop: livenessProbe.failureThreshold 2 -> 1: noticed by survivesAPause(Kubelet)
              shop: livenessProbe.failureThreshold 2 -> 20: noticed by isRestartedAfterAHang(Kubelet)
            """);
    assertThat(progress)
        .hasSize(3)
        .first()
        .isEqualTo("[1/3] shop: livenessProbe removed: noticed by isRestartedAfterAHang(Kubelet)");
  }

  static final class LooksAway {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void becomesReady(Kubelet kubelet) {
      kubelet.awaitReady();
    }
  }

  @Test
  void aSuiteThatLooksAwayIsToldWhatNobodyNoticed() {
    MutationReport report =
        ProbeMutations.of(LooksAway.class).only(THRESHOLDS).progress(any -> {}).run();
    assertThat(report.survivors())
        .extracting(ProbeMutant::name)
        .containsExactly(
            "livenessProbe.removed",
            "livenessProbe.failureThreshold",
            "livenessProbe.failureThreshold");
    assertThatThrownBy(report::demandAllNoticed)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            LooksAway noticed 0 of 3 changes of the probes.
            Nobody noticed:
              shop: livenessProbe removed
              shop: livenessProbe.failureThreshold 2 -> 1
              shop: livenessProbe.failureThreshold 2 -> 20
            """);
  }

  @KubeletTest(
      application = Stall.class,
      arguments = "target/mutated-stall",
      environment = "STALL=target/mutated-stall",
      manifest = "src/test/resources/junit/two-containers.yaml",
      container = "shop",
      timeFactor = 10)
  static final class LooksOnce {
    @Test
    void isTried(Kubelet kubelet) {
      kubelet.awaitReady().staysAliveFor(Duration.ofSeconds(12));
      assertThat(kubelet.timeline()).contains("liveness ");
    }
  }

  @Test
  void whatSurvivesIsNamedWithItsNumbersFileAndLine() {
    MutationReport report =
        ProbeMutations.of(LooksOnce.class)
            .only("livenessProbe.removed", "livenessProbe.initialDelaySeconds")
            .progress(any -> {})
            .run();
    assertThat(report.text())
        .isEqualTo(
            """
            LooksOnce noticed 1 of 2 changes of the probes.
            Nobody noticed:
              shop: livenessProbe.initialDelaySeconds 5 -> 0 (src/test/resources/junit/two-containers.yaml:13)
            Noticed:
              shop: livenessProbe removed (src/test/resources/junit/two-containers.yaml:10): noticed by isTried(Kubelet)
            """);
  }

  @KubeletTest(
      application = Stall.class,
      arguments = "target/bounded-stall",
      environment = "STALL=target/bounded-stall",
      manifest = "src/test/resources/junit/two-containers.yaml",
      container = "shop",
      timeFactor = 10)
  static final class LooksAtItsEvents {
    @Test
    void isTried(Kubelet kubelet) {
      kubelet.awaitReady().staysAliveFor(Duration.ofSeconds(12));
      assertThat(kubelet.timeline()).contains("liveness ");
    }
  }

  @Test
  void whatThereIsNoTimeForIsNoSuccess() {
    MutationReport report =
        ProbeMutations.of(LooksAtItsEvents.class)
            .only("livenessProbe.removed", "livenessProbe.failureThreshold")
            .except("livenessProbe.failureThreshold", "livenessProbe.periodSeconds")
            .progress(any -> {})
            .run();
    report.demandAllNoticed();

    MutationReport cut =
        ProbeMutations.of(LooksAtItsEvents.class)
            .only("livenessProbe.removed", "livenessProbe.periodSeconds")
            .atMost(1)
            .progress(any -> {})
            .run();
    assertThatThrownBy(cut::demandAllNoticed)
        .hasMessageContaining(
            "There was no time for:\n  shop: livenessProbe.periodSeconds 1 -> 10 (");

    MutationReport none =
        ProbeMutations.of(LooksAtItsEvents.class).within(Duration.ZERO).progress(any -> {}).run();
    assertThat(none.tried()).isEmpty();
    assertThat(none.notTried()).isNotEmpty();
    assertThatThrownBy(none::demandAllNoticed).isInstanceOf(AssertionError.class);
  }

  @Test
  void aChangeThatNobodySawBecauseNothingStartedIsNotNoticed() {
    ProbeMutant mutant = new ProbeMutant("shop", ProbeKind.LIVENESS, "removed", "", "", "");
    MutationReport report =
        new MutationReport(
            "Suite",
            List.of(
                new MutationReport.Tried(
                    mutant, Optional.of("test()"), Optional.of("port 1 is in use"))),
            List.of());
    assertThatThrownBy(report::demandAllNoticed)
        .hasMessage(
            """
            Suite noticed 0 of 1 changes of the probes.
            Could not be tried:
              shop: livenessProbe removed: could not be tried: port 1 is in use
            """);
  }

  static final class Red {
    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(new ReservedPort(), "exits").restartPolicy("Never").build();

    @Test
    void neverWorks(Kubelet kubelet) {
      kubelet.awaitReady();
    }
  }

  static final class Green {
    @RegisterExtension
    static final KubeletExtension KUBELET = Shop.extension(new ReservedPort(), "well").build();

    @Test
    void becomesReady(Kubelet kubelet) {
      kubelet.awaitReady();
    }
  }

  static final class Wrong {
    @Test
    void isTwo() {
      assertThat(1).isEqualTo(2);
    }
  }

  static final class WithoutKubelet {
    @Test
    void test() {}
  }

  static final class RunsItself {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void test() {
      ProbeMutations.of(RunsItself.class).run();
    }
  }

  @Test
  void whatCannotBeJudgedIsTold() {
    assertThatThrownBy(ProbeMutations.of(Red.class)::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Red is not green without any change, so nobody can tell what it notices:"
                + " neverWorks(Kubelet) failed with ")
        .hasMessageContaining("The application ended before the pod was ready, with exit code 3.");
    assertThatThrownBy(ProbeMutations.of(Wrong.class)::run)
        .hasMessageEndingWith(
            "isTwo() failed with org.opentest4j.AssertionFailedError: expected: 2");
    assertThatThrownBy(ProbeMutations.of(WithoutKubelet.class)::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "WithoutKubelet ran 1 tests, and none with a kubelet and probes. Annotate it with"
                + " @KubeletTest, or register a KubeletExtension.");
    assertThatThrownBy(ProbeMutations.of(RunsItself.class)::run)
        .hasMessageContaining(
            "ProbeMutations is called by a test of the suite that it runs. Move that test into a"
                + " class of its own.");
    assertThatThrownBy(ProbeMutations.of(Green.class).only("livenessProbe.patience")::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "\"livenessProbe.patience\" is no change that is made here. These are:"
                + " livenessProbe.failureThreshold, ");
    assertThatThrownBy(
            ProbeMutations.of(Green.class).only("startupProbe").except("startupProbe")::run)
        .hasMessage("No change is left to try. Leave fewer out.");
    assertThatThrownBy(() -> ProbeMutations.of(Green.class).atMost(0))
        .hasMessage("atMost(0) tries nothing. Give 1 or more.");
  }
}
