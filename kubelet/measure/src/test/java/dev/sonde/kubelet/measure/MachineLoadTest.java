package dev.sonde.kubelet.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three starts of a native process with two CPUs on a machine with two, as they were seen. */
class MachineLoadTest {

  @ParameterizedTest
  @CsvSource({
    // The first run loads and compiles what asks and waits: measuring takes more than the start.
    "566, 160, 170, 0",
    "566, 160, 170, 60",
    "255, 170, 10, 20",
    "266, 160, 30, 20",
    "210, 40, 0, 60"
  })
  void measuringItselfAndWholeTicksAreNoOtherWork(
      int wallMillis, int ownMillis, int measuringMillis, int unclearMillis) {
    assertThat(
            isDisturbed(
                wallMillis,
                ownMillis,
                measuringMillis,
                ownMillis + measuringMillis + unclearMillis))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"566, 160, 170, 1130", "255, 170, 10, 510", "210, 40, 0, 250"})
  void aBusyMachineIsADisturbance(
      int wallMillis, int ownMillis, int measuringMillis, int busyMillis) {
    assertThat(isDisturbed(wallMillis, ownMillis, measuringMillis, busyMillis)).isTrue();
  }

  @Test
  void otherWorkMayHaveWhatTheLimitLeaves() {
    MachineLoad before = load(0, 0, 0);
    MachineLoad after = load(10_000, 12_000, 0);
    assertThat(after.isDisturbed(before, Duration.ofSeconds(1), 0.5, 2)).isFalse();
    assertThat(after.isDisturbed(before, Duration.ofSeconds(1), 1.0, 2)).isFalse();
    assertThat(after.isDisturbed(before, Duration.ofSeconds(1), 1.5, 2)).isTrue();
  }

  @Test
  void readsWhatWasNotIdle() {
    Duration before = MachineLoad.busy("cpu  226649 196900 105478 58577 278 0 1469 0 0 0");
    Duration after = MachineLoad.busy("cpu  226694 196936 105510 58577 278 0 1469 0 0 0");
    assertThat(after.minus(before)).isEqualTo(Duration.ofMillis(1130));
  }

  private static boolean isDisturbed(
      int wallMillis, int ownMillis, int measuringMillis, int busyMillis) {
    return load(wallMillis, busyMillis, measuringMillis)
        .isDisturbed(load(0, 0, 0), Duration.ofMillis(ownMillis), 2, 2);
  }

  private static MachineLoad load(int millis, int busyMillis, int measuringMillis) {
    return new MachineLoad(
        Duration.ofMillis(millis).toNanos(),
        Duration.ofMillis(busyMillis),
        Duration.ofMillis(measuringMillis));
  }
}
