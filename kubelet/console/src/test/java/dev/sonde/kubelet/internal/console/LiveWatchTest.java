package dev.sonde.kubelet.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.WatchGoal;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, shown in both ways. */
@Timeout(300)
class LiveWatchTest {

  private static final String OTHER_SCREEN = "\u001b[?1049h\u001b[?25l";
  private static final String FIRST_SCREEN = "\u001b[?25h\u001b[?1049l";

  private static final Duration LONG = Duration.ofMinutes(4);

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);

  private static ContainerSpec container(String... probe) {
    return ContainerSpec.named("shop")
        .with(
            ProbeKind.READINESS,
            Probe.builder()
                .handler(new Exec(List.of(probe)))
                .periodSeconds(1)
                .timeoutSeconds(60)
                .build());
  }

  private int watch(
      WatchPrinter watcher, ContainerSpec container, Duration longest, String... command) {
    LiveOptions.Builder options =
        LiveOptions.builder().command(List.of(command)).goal(WatchGoal.READY).maxDuration(longest);
    return new LiveWatch(
            watcher, Optional.empty(), printed, new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(container, options);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theViewGivesTheTerminalBackAndLeavesWhatHappenedBehind() {
    Path drawn = folder.resolve("drawn");
    PrintStream screen = new PrintStream(new Looking("hello", drawn), true, StandardCharsets.UTF_8);
    ContainerSpec container = container("test", "-f", drawn.toString());
    int code =
        watch(
            new LiveView(container, screen),
            container,
            LONG,
            "sh",
            "-c",
            "echo hello; exec sleep 600");

    assertThat(code).isEqualTo(LiveWatch.REACHED);
    assertThat(out()).startsWith(OTHER_SCREEN + "\u001b[H").contains("\u001b[2m  hello\u001b[0m");
    String left = out().substring(out().indexOf(FIRST_SCREEN) + FIRST_SCREEN.length());
    assertThat(left)
        .contains("container running\n", "readiness succeeded\n", "Summary\n")
        .endsWith("  ended      goal reached\n");
  }

  /** Passes on what is printed, and makes a file once a word was printed. */
  private final class Looking extends OutputStream {
    private final String word;
    private final Path seen;

    Looking(String word, Path seen) {
      this.word = word;
      this.seen = seen;
    }

    @Override
    public void write(int octet) {
      out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      if (out().contains(word) && !Files.exists(seen)) {
        Files.createFile(seen);
      }
    }
  }

  @Test
  void linesAreLinesWithoutAnyEscape() {
    int code = watch(new EventPrinter(printed, false), container("true"), LONG, "sleep", "600");

    assertThat(code).isEqualTo(LiveWatch.REACHED);
    assertThat(out())
        .contains("container running\n", "readiness succeeded\n", "pod ready\n")
        .contains("\nSummary\n  readiness  1 tries, 0 failed\n")
        .endsWith("  ended      goal reached\n")
        .doesNotContain("\u001b");
  }

  @Test
  void aGoalThatIsNotReachedInTimeIsMissed() {
    Duration shortly = Duration.ofSeconds(1);
    int code = watch(new EventPrinter(printed, false), container("false"), shortly, "sleep", "600");

    assertThat(code).isEqualTo(LiveWatch.MISSED);
    assertThat(out()).endsWith("  ended      time is up\n");
  }

  @Test
  void aProcessThatCannotBeStartedIsToldAfterTheTerminalIsGivenBack() {
    ContainerSpec container = container("true");
    int code = watch(new LiveView(container, printed), container, LONG, "no-such-program");

    assertThat(code).isEqualTo(LiveWatch.UNUSABLE);
    assertThat(out()).contains(FIRST_SCREEN);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("cannot start no-such-program: ");
  }
}
