package dev.sonde.kubelet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sonde.kubelet.internal.process.DutyCycle;
import dev.sonde.measured.LimitMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two busy threads get no more than the limit, whoever holds it. */
class CpuLimitTest {

  private static final int MILLIS = 200;

  @Test
  void aDutyCycleHoldsAQuota() throws Exception {
    assumeTrue(DutyCycle.isPossible());
    assertThat(used(new HeldByDutyCycle(new DutyCycle(MILLIS)))).isBetween(0.05, 0.25);
  }

  @Test
  void aControlGroupHoldsAQuota() throws Exception {
    CpuLimit group =
        ControlGroup.create(LimitMethod.CGROUP_V2, OptionalInt.of(MILLIS), OptionalInt.of(256))
            .or(
                () ->
                    ControlGroup.create(
                        LimitMethod.CGROUP_V1, OptionalInt.of(MILLIS), OptionalInt.of(256)))
            .map(CpuLimit.class::cast)
            .orElse(CpuLimit.none(LimitMethod.NONE));
    assumeTrue(group.method() != LimitMethod.NONE, "no group can be made here");
    assertThat(used(group)).isBetween(0.05, 0.25);
  }

  @Test
  void aStoppedProcessGoesOnWhenTheCycleEnds() throws Exception {
    assumeTrue(DutyCycle.isPossible());
    DutyCycle cycle = new DutyCycle(1);
    Process process = start(new HeldByDutyCycle(cycle));
    try {
      cycle.hold(process.toHandle());
      cycle.close();
      process.toHandle().destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Cores in use, over three seconds. */
  private static double used(CpuLimit limit) throws Exception {
    Process process = start(limit);
    try (limit) {
      limit.hold(process);
      long start = System.nanoTime();
      TimeUnit.SECONDS.sleep(3);
      Duration cpu = process.info().totalCpuDuration().orElseThrow();
      return (double) cpu.toNanos() / (System.nanoTime() - start);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process start(CpuLimit limit) throws IOException {
    List<String> words = new ArrayList<>(limit.launcher());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xint", "-XX:+UseSerialGC", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(BusyMain.class.getName());
    return new ProcessBuilder(words).inheritIO().start();
  }
}
