package dev.sonde.kubelet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.model.ProbeSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts that need no process. */
class MeasurePartsTest {

  private static final ProbedContainer ANY = ProbedContainer.of(ProbeSet.forContainer("orders"));

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "100, 100", "101, 110", "1000, 1000", "1001, 1100", "9999, 10000"})
  void latenciesAreRoundedUpToTwoDigits(long value, long rounded) {
    assertThat(AnswerRecord.rounded(value)).isEqualTo(rounded);
  }

  @Test
  void answersBelongToThePhaseInWhichTheyWereDue() {
    AnswerRecord answers = new AnswerRecord();
    answers.add(seconds(1), seconds(1), false, "connection refused");
    answers.add(seconds(2), seconds(4), true, "");
    answers.add(seconds(3), seconds(5), true, "");
    answers.add(seconds(13), seconds(13) + 1, true, "");
    answers.add(seconds(14), seconds(15), false, "503");
    answers.add(seconds(20), seconds(20) + 5_000_001, true, "");
    MeasuredProbe probe = answers.measured(true, seconds(19));
    assertThat(probe.firstSuccess().counts()).isEqualTo(Map.of(4000L, 1));
    assertThat(probe.in(AnswerPhase.FIRST_TEN_SECONDS).latency().counts())
        .isEqualTo(Map.of(1L, 1, 2000L, 2));
    assertThat(probe.in(AnswerPhase.FIRST_TEN_SECONDS).failed()).isZero();
    assertThat(probe.in(AnswerPhase.AT_REST).failed()).isOne();
    assertThat(probe.in(AnswerPhase.UNDER_LOAD).latency().counts()).isEqualTo(Map.of(6L, 1));
    assertThat(answers.lastFailure()).isEqualTo("503");
  }

  private static long seconds(long number) {
    return TimeUnit.SECONDS.toNanos(number);
  }

  @Test
  void findsTheGroupsThatAProcessIsIn() {
    ControlGroupMounts version1 =
        new ControlGroupMounts(
            List.of(
                "30 23 0:26 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct",
                "31 23 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory"),
            List.of("2:cpu,cpuacct:/a/b", "4:memory:/m"));
    assertThat(version1.controller("cpu"))
        .containsExactly(
            Path.of("/sys/fs/cgroup/cpu/a/b"),
            Path.of("/sys/fs/cgroup/cpu/a"),
            Path.of("/sys/fs/cgroup/cpu"));
    assertThat(version1.controller("pids")).isEmpty();
    assertThat(version1.unified()).isEmpty();
    ControlGroupMounts version2 =
        new ControlGroupMounts(
            List.of("30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw"),
            List.of("0::/user.slice/u.scope"));
    assertThat(version2.unified().orElseThrow())
        .startsWith(Path.of("/sys/fs/cgroup/user.slice/u.scope"));
    assertThat(version2.controller("cpu")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "java -jar a.jar,          500m, 512Mi, -XX:ActiveProcessorCount=1 -XX:MaxRAM=512m"
        + " -XX:+UseSerialGC",
    "java -XX:+UseG1GC -jar a, 500m, 512Mi, -XX:ActiveProcessorCount=1 -XX:MaxRAM=512m",
    "java -jar a.jar,          none, 1Gi,   -XX:MaxRAM=1024m -XX:+UseSerialGC",
    "java -jar a.jar,          none, none,  ''"
  })
  void tellsTheJvmWhatItCannotSee(String command, String cpu, String memory, String told) {
    MeasureOptions options = options(command, 1, cpu, memory, Optional.empty());
    assertThat(
            JvmHints.variables(options, LimitMethod.DUTY_CYCLE, Map.of())
                .getOrDefault("JAVA_TOOL_OPTIONS", ""))
        .isEqualTo(told);
    assertThat(JvmHints.variables(options, LimitMethod.CGROUP_V1, Map.of())).isEmpty();
  }

  @Test
  void keepsTheOptionsThatAreThere() {
    MeasureOptions options = options("java", 1, "none", "1Gi", Optional.empty());
    assertThat(
            JvmHints.variables(
                options, LimitMethod.NONE, Map.of("JAVA_TOOL_OPTIONS", "-Da=b -XX:+UseParallelGC")))
        .containsEntry("JAVA_TOOL_OPTIONS", "-XX:MaxRAM=1024m -Da=b -XX:+UseParallelGC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | 1   | 500m | 1Gi  |            | there is nothing to measure.",
        "java      | 0   | 500m | 1Gi  |            | runs = 0 is outside 1 to 1000.",
        "java      | 1   | much | 1Gi  |            | --cpu \"much\" is no amount such as 500m",
        "java      | 1   | 500m | 1 Gi |            | --memory \"1 Gi\" is no amount",
        "java      | 1   | 500m | 1Gi  | cpulimit   | --limit-by \"cpulimit\" is none of cgroup-v2,"
      })
  void saysWhatCannotBe(
      String command, int runs, String cpu, String memory, String limitBy, String told) {
    assertThatThrownBy(() -> options(command, runs, cpu, memory, Optional.ofNullable(limitBy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aContainerWithoutProbesIsRefused() {
    assertThatThrownBy(() -> MeasuredTarget.of(ANY, "127.0.0.1"))
        .isInstanceOf(MeasureException.class)
        .hasMessageStartingWith("the container has no probe to ask.");
  }

  private static MeasureOptions options(
      String command, int runs, String cpu, String memory, Optional<String> limitBy) {
    return new MeasureOptions(
        command.isEmpty() ? List.of() : List.of(command.split(" ")),
        Optional.empty(),
        runs,
        MeasureWords.cpu(Optional.of(cpu), ANY),
        MeasureWords.memory(Optional.of(memory), ANY),
        limitBy.map(MeasureWords::method),
        "127.0.0.1",
        Optional.empty(),
        4,
        Duration.ofMillis(200),
        Duration.ofMinutes(5),
        Duration.ofSeconds(10),
        Duration.ofHours(1),
        Optional.empty(),
        false);
  }
}
