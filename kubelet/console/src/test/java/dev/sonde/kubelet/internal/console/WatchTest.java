package dev.sonde.kubelet.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.live.Goal;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real process, shown in both ways. */
@Timeout(60)
class WatchTest {

  private static final String OTHER_SCREEN = "\u001b[?1049h\u001b[?25l";
  private static final String FIRST_SCREEN = "\u001b[?25h\u001b[?1049l";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);

  private static ContainerSpec container(String command) {
    return ContainerSpec.named("shop")
        .with(
            ProbeKind.READINESS,
            Probe.builder().handler(new Exec(List.of(command))).periodSeconds(1).build());
  }

  private int watch(Watcher watcher, String probe, Goal goal, String... command) {
    LiveOptions.Builder options =
        LiveOptions.builder()
            .command(List.of(command))
            .goal(goal)
            .maxDuration(Duration.ofSeconds(2));
    return new Watch(
            watcher, Optional.empty(), printed, new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(container(probe), options);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theViewGivesTheTerminalBackAndLeavesWhatHappenedBehind() {
    int code =
        watch(
            new LiveView(container("true"), printed),
            "true",
            Goal.NONE,
            "sh",
            "-c",
            "echo hello; exec sleep 60");

    assertThat(code).isEqualTo(Watch.REACHED);
    assertThat(out()).startsWith(OTHER_SCREEN + "\u001b[H").contains("\u001b[2m  hello\u001b[0m");
    String left = out().substring(out().indexOf(FIRST_SCREEN) + FIRST_SCREEN.length());
    assertThat(left)
        .contains("container running\n", "readiness succeeded\n", "Summary\n")
        .endsWith("  ended      time is up\n");
  }

  @Test
  void linesAreLinesWithoutAnyEscape() {
    int code = watch(new EventPrinter(printed, false), "true", Goal.READY, "sleep", "60");

    assertThat(code).isEqualTo(Watch.REACHED);
    assertThat(out())
        .contains("container running\n", "readiness succeeded\n", "pod ready\n")
        .contains("\nSummary\n  readiness  1 tries, 0 failed\n")
        .endsWith("  ended      goal reached\n")
        .doesNotContain("\u001b");
  }

  @Test
  void aGoalThatIsNotReachedInTimeIsMissed() {
    int code = watch(new EventPrinter(printed, false), "false", Goal.READY, "sleep", "60");

    assertThat(code).isEqualTo(Watch.MISSED);
    assertThat(out()).endsWith("  ended      time is up\n");
  }

  @Test
  void aProcessThatCannotBeStartedIsToldAfterTheTerminalIsGivenBack() {
    int code =
        watch(new LiveView(container("true"), printed), "true", Goal.NONE, "no-such-program");

    assertThat(code).isEqualTo(Watch.UNUSABLE);
    assertThat(out()).contains(FIRST_SCREEN);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("cannot start no-such-program: ");
  }
}
