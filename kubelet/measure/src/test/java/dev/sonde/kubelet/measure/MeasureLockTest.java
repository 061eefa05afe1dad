package dev.sonde.kubelet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureLockTest {

  private static final BooleanSupplier NEVER = () -> false;

  @TempDir private Path folder;
  private final List<String> printed = new ArrayList<>();

  @Test
  void isTakenAtOnceWhereNobodyMeasures() throws IOException {
    take(Duration.ZERO, NEVER).orElseThrow().close();
    take(Duration.ZERO, NEVER).orElseThrow().close();
    assertThat(printed).isEmpty();
  }

  @Test
  void saysThatItWaitsAndGivesUpInTheEnd() throws IOException {
    MeasureLock first = take(Duration.ZERO, NEVER).orElseThrow();
    try (first) {
      assertThatThrownBy(() -> take(Duration.ZERO, NEVER))
          .isInstanceOf(MeasureException.class)
          .hasMessage(
              "another measurement was still running on this machine after 0 s: the two would"
                  + " measure each other. Try again later.");
    }
    assertThat(printed)
        .containsExactly(
            "Another measurement is running on this machine. Waiting for it to end, at most 0 s.");
  }

  @Test
  void waitsNoLongerAfterCtrlC() throws IOException {
    MeasureLock first = take(Duration.ZERO, NEVER).orElseThrow();
    try (first) {
      assertThat(take(Duration.ofHours(1), () -> true)).isEmpty();
    }
  }

  private Optional<MeasureLock> take(Duration longest, BooleanSupplier interrupted)
      throws IOException {
    return MeasureLock.take(folder, longest, interrupted, printed::add);
  }
}
