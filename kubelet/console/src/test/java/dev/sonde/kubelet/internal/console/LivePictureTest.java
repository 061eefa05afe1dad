package dev.sonde.kubelet.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.model.ProbeKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivePictureTest {

  private static final long SECOND = 1_000_000_000L;

  private final LiveState state = new LiveState(List.of(ProbeKind.values()));

  private void happens(KubeletEvent... events) {
    List.of(events).forEach(state::happened);
  }

  private static ProbeEvent tried(
      long at, ProbeKind kind, AttemptOutcome outcome, int run, int of) {
    return new ProbeEvent.ProbeTried(at * SECOND, "shop", kind, 1, outcome, run, of, 0);
  }

  private String picture(long now, Map<ProbeKind, Long> ticks, int rows, int columns) {
    return String.join(
            "\n",
            LivePicture.of(
                "shop", state.snapshot(), now * SECOND, ticks, new TerminalSize(rows, columns)))
        .replaceAll("\u001b\\[[0-9]*m", "");
  }

  @Test
  void beforeTheStartNothingWasTriedYet() {
    assertThat(picture(0, Map.of(), 24, 80))
        .isEqualTo(
            """
            shop  t=0.0s  Ctrl-C ends
            starting, not started, not ready, restarts: 0
              startup    not tried yet                    \s
              liveness   not tried yet        waits       \s
              readiness  not tried yet        waits       \s

            Events""");
  }

  private void liveUntilTheFirstFailures() {
    happens(
        new ContainerEvent.ContainerRunning(0, "shop", 1),
        tried(1, ProbeKind.STARTUP, AttemptOutcome.failure("connection refused"), 1, 30),
        tried(2, ProbeKind.STARTUP, AttemptOutcome.SUCCESS, 1, 1),
        new ContainerEvent.StartedChanged(2 * SECOND, "shop", true),
        tried(3, ProbeKind.READINESS, AttemptOutcome.success("HTTP status 200"), 1, 1),
        new PodEvent.PodReadyChanged(3 * SECOND, true),
        tried(4, ProbeKind.LIVENESS, AttemptOutcome.failure("HTTP status 503"), 2, 3));
    state.prints("hello\tworld");
  }

  @Test
  void showsStateCountersNextTickEventsAndOutput() {
    liveUntilTheFirstFailures();
    Map<ProbeKind, Long> ticks =
        Map.of(ProbeKind.LIVENESS, 6 * SECOND + SECOND / 2, ProbeKind.READINESS, 5 * SECOND);
    assertThat(picture(5, ticks, 24, 80))
        .isEqualTo(
            """
            shop  t=5.0s  Ctrl-C ends
            running, started, ready, restarts: 0
              startup    succeeded 1 of 1     done        \s
              liveness   failed 2 of 3        in 1.5s      HTTP status 503
              readiness  succeeded 1 of 1     in 0.0s      HTTP status 200

            Events
              t=0.0s container running
              t=1.0s startup failed (1/30): connection refused
              t=2.0s startup succeeded
              t=2.0s container started
              t=3.0s readiness succeeded: HTTP status 200
              t=3.0s pod ready
              t=4.0s liveness failed (2/3): HTTP status 503
            Output
              hello world""");
  }

  @Test
  void aSmallTerminalShowsWhatIsNewestAndNoLineTooLong() {
    liveUntilTheFirstFailures();
    List<String> lines = picture(5, Map.of(), 10, 30).lines().toList();
    assertThat(lines)
        .hasSize(10)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(30));
    assertThat(lines.get(9)).isEqualTo("  t=4.0s liveness failed (2/3)");
    assertThat(picture(5, Map.of(), 1, 4)).isEqualTo("shop");
  }

  @Test
  void aRestartIsFollowed() {
    liveUntilTheFirstFailures();
    happens(new ContainerEvent.KillDecided(5 * SECOND, "shop", 1, KillReason.LIVENESS, 30, true));
    assertThat(picture(5, Map.of(), 24, 80)).contains("\nstopping, started, ready");
    happens(new ContainerEvent.ContainerExited(6 * SECOND, "shop", 1, 137));
    assertThat(picture(6, Map.of(), 24, 80)).contains("\nexited with code 137, ");
    happens(new ContainerEvent.RestartDelayed(6 * SECOND, "shop", 16 * SECOND, 10 * SECOND));
    assertThat(picture(6, Map.of(), 24, 80)).contains("\nwaiting to be restarted, ");
    happens(
        new ContainerEvent.ContainerRunning(16 * SECOND, "shop", 2),
        new ProbeEvent.ProbeChanged(
            16 * SECOND, "shop", ProbeKind.LIVENESS, 2, ProbeResult.SUCCESS, true));
    assertThat(picture(16, Map.of(), 24, 80))
        .contains("\nrunning, started, ready, restarts: 1\n", "  liveness   not tried yet ");
  }

  @Test
  void anErrorDoesNotCount() {
    happens(
        new ProbeEvent.ProbeErrored(
            SECOND, "shop", ProbeKind.LIVENESS, 1, AttemptOutcome.error("no such port"), 3));
    assertThat(picture(1, Map.of(), 24, 80)).contains("errored, not counted waits        no such");
  }

  @ParameterizedTest
  @CsvSource({"'30 100\n', 30, 100", "'', 24, 80", "0 0, 24, 80", "stty: no, 24, 80"})
  void aTerminalThatDoesNotTellItsSizeHasTheUsualOne(String answer, int rows, int columns) {
    assertThat(TerminalSize.parse(answer)).isEqualTo(new TerminalSize(rows, columns));
  }
}
