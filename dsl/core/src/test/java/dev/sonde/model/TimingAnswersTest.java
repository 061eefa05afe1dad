package dev.sonde.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a set of probes is asked in code; the simulator confirms the formulas elsewhere. */
class TimingAnswersTest {

  private static Probe.Builder probe() {
    return Probe.builder().handler(HttpGet.of("/", Port.of(8080)));
  }

  private static TimeRange seconds(long best, long worst) {
    return new TimeRange(Duration.ofSeconds(best), Duration.ofSeconds(worst));
  }

  private final ProbeSet probes =
      ProbeSet.forContainer("orders")
          .with(ProbeKind.STARTUP, probe().periodSeconds(2).failureThreshold(30).build())
          .with(ProbeKind.LIVENESS, probe().build())
          .with(ProbeKind.READINESS, probe().periodSeconds(5).successThreshold(2).build());

  @Test
  void aSetOfProbesTellsItsTimes() {
    assertThat(probes.startupBudget()).contains(seconds(58, 61));
    assertThat(probes.timeToRestart()).contains(seconds(21, 31 + 30));
    assertThat(probes.timeToTrafficRemoved()).contains(seconds(11, 16));
    assertThat(probes.timeToReadyAgain()).contains(Duration.ofSeconds(11));
    assertThat(probes.timeToReady(Duration.ofSeconds(40)))
        .isEqualTo(Duration.ofSeconds(40 + 2 + 1 + 5 + 1));
  }

  @Test
  void livenessBoundsTheStartWhereThereIsNoStartupProbe() {
    ProbeSet alone = ProbeSet.forContainer("orders").with(ProbeKind.LIVENESS, probe().build());
    assertThat(alone.startupBudget()).contains(seconds(20, 31));
  }

  @Test
  void whatNoProbeBoundsIsUnset() {
    ProbeSet none = ProbeSet.forContainer("orders");
    assertThat(none.startupBudget()).isEmpty();
    assertThat(none.timeToRestart()).isEmpty();
    assertThat(none.timeToTrafficRemoved()).isEmpty();
    assertThat(none.timeToReadyAgain()).isEmpty();
    assertThat(none.timeToReady(Duration.ofSeconds(9))).isZero();
  }

  @Test
  void aTcpSocketProbeDoesNotNoticeAHangButThatConnectionsAreRefused() {
    ProbeSet connects = of(TcpSocket.of(Port.of(8080)));
    assertThat(connects.timeToRestart()).isEmpty();
    assertThat(connects.timeToTrafficRemoved()).isEmpty();
    TimingAnswers answers = TimingAnswers.of(connects);
    assertThat(answers.hangToKill()).isEmpty();
    assertThat(answers.refusalToKill()).contains(seconds(20, 30));
    assertThat(answers.recoveryToTraffic()).contains(Duration.ofSeconds(11));
    assertThat(answers.startGuaranteed()).contains(Duration.ofSeconds(20));
  }

  static Stream<Handler> handlersThatAskTheApplication() {
    return Stream.of(HttpGet.of("/", Port.of(8080)), Grpc.of(8080), Exec.of("ask"));
  }

  @ParameterizedTest
  @MethodSource("handlersThatAskTheApplication")
  void whatAsksTheApplicationNoticesAHang(Handler handler) {
    ProbeSet asks = of(handler);
    assertThat(asks.timeToRestart()).contains(seconds(21, 31 + 30));
    assertThat(asks.timeToTrafficRemoved()).contains(seconds(21, 31));
  }

  private static ProbeSet of(Handler handler) {
    Probe probe = Probe.builder().handler(handler).build();
    return ProbeSet.forContainer("orders")
        .with(ProbeKind.LIVENESS, probe)
        .with(ProbeKind.READINESS, probe);
  }

  @Test
  void theGracePeriodIsTheProbesOwnOrThePods() {
    TimingAnswers answers =
        new TimingAnswers(
            probes.with(
                ProbeKind.STARTUP,
                probe().terminationGracePeriodSeconds(3).failureThreshold(9).build()),
            60);
    assertThat(answers.killToGone(ProbeKind.STARTUP)).isEqualTo(Duration.ofSeconds(3));
    assertThat(answers.killToGone()).isEqualTo(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 10", "3, 20", "4, 40", "5, 80", "6, 160", "7, 300", "8, 300", "900, 300"})
  void theBackOffDoublesUpToFiveMinutes(int restart, long wait) {
    assertThat(TimingAnswers.goneToRestarted(restart)).isEqualTo(Duration.ofSeconds(wait));
  }

  @Test
  void restartsAreCountedFromOne() {
    assertThatThrownBy(() -> TimingAnswers.goneToRestarted(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("restart 0 is below 1");
  }
}
